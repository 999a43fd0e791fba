-- The tables of a newsx database. One page is one row of `articles`; what a page does not tell is NULL.

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    page TEXT NOT NULL UNIQUE,        -- which page: its path among the sources of the batch
    is_article INTEGER NOT NULL,
    page_type TEXT NOT NULL,
    confidence REAL,                  -- of is_article, 0 to 1
    headline TEXT,
    alternative_headline TEXT,
    summary TEXT,
    highlights TEXT,                  -- one a line
    text TEXT NOT NULL,
    agency TEXT,
    publisher TEXT,
    site TEXT,
    dateline TEXT,
    published TEXT,                   -- ISO 8601, or the day alone
    modified TEXT,
    published_precision TEXT,
    section TEXT,
    breadcrumbs TEXT,                 -- one a line
    image_url TEXT,
    image_caption TEXT,
    image_credit TEXT,
    url TEXT,
    language TEXT,
    access TEXT,
    source_name TEXT,
    source_form TEXT NOT NULL,
    source_encoding TEXT,
    source_encoding_by TEXT,
    source_bytes INTEGER NOT NULL,
    source_sha256 TEXT NOT NULL,
    source_duplicate_of TEXT,         -- the source_name of the first article that tells the same story
    evidence TEXT NOT NULL,           -- JSON
    warnings TEXT NOT NULL            -- JSON
);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX articles_by_site ON articles (site);
CREATE INDEX articles_by_section ON articles (section);

CREATE TABLE blocks (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,        -- from 0, in reading order
    type TEXT NOT NULL,
    text TEXT NOT NULL,
    level INTEGER,
    rows TEXT,                        -- JSON
    time TEXT,
    url TEXT,                         -- of a picture, with caption and credit
    caption TEXT,
    credit TEXT,
    links TEXT,                       -- JSON
    PRIMARY KEY (article_id, position)
);

CREATE TABLE people (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,        -- as credited
    name TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
);
CREATE INDEX people_by_name ON people (name);

CREATE TABLE tags (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
);
CREATE INDEX tags_by_tag ON tags (tag);

-- The index holds folded words (newsx/text/search.py), the table what the page prints: a row may be put in and taken out
-- with its folded texts alone, and `rebuild` would fill it with unfolded ones. Joiners (Cf) and marks belong to words.
-- Datasette and sqlite-utils know an index by the double quotes of `content`.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    headline, alternative_headline, summary, highlights, text,
    content="articles", content_rowid="id",
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co Cf'"
);
-- A hit in a headline counts for more than one in the text.
INSERT INTO articles_fts (articles_fts, rank) VALUES ('rank', 'bm25(8.0, 4.0, 3.0, 2.0, 1.0)');
