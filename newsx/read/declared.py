from __future__ import annotations
import json
from newsx.page import Declared
def read_declared(root):
    ld=[]
    for s in root.iterfind('.//script[@type="application/ld+json"]'):
        try: d=json.loads(s.text or '', strict=False)
        except Exception: continue
        st=[d]
        while st:
            x=st.pop()
            if isinstance(x,list): st+=x
            elif isinstance(x,dict):
                ld.append(x); st+= x.get('@graph',[]) if isinstance(x.get('@graph'),list) else []
    meta={}
    for m in root.iterfind('.//meta'):
        k=m.get('property') or m.get('name')
        if k and m.get('content'): meta.setdefault(k.lower(),[]).append(m.get('content'))
    t=root.findtext('.//title')
    return Declared(title=t,json_ld=tuple(ld),meta={k:tuple(v) for k,v in meta.items()})
def article_bodies(d): return [b for o in d.json_ld for b in [o.get('articleBody')] if isinstance(b,str)]
def declared_titles(d): return [t for t in [d.title,*d.meta.get('og:title',()),*[o.get('headline') for o in d.json_ld]] if isinstance(t,str)]
