# docker build -t newsx .
# docker run --rm --network none -v "$PWD:/data" --user "$(id -u):$(id -g)" newsx batch pages -o articles.jsonl
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY docs/newsx.1 docs/newsx.1
COPY newsx newsx
RUN python -m venv /newsx && /newsx/bin/pip install --no-cache-dir '.[parquet,warc]'

FROM python:3.13-slim
COPY --from=build /newsx /newsx
RUN useradd --uid 10001 --create-home newsx
USER newsx
WORKDIR /data
ENTRYPOINT ["/newsx/bin/newsx"]
CMD ["--help"]
