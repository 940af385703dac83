"""The same work in the usual Python way: feedparser, jieba, a word-count classifier in a dict, psycopg2. One process.

Reads a JSON line {"database", "feeds": [[id, url] ...]}, writes a JSON line {"items", "seconds"} for the second pass; the first
warms up the segmenter.
"""

import collections
import json
import math
import sys
import time
import urllib.request

import feedparser
import jieba
import psycopg2
import psycopg2.extras

jieba.setLogLevel(60)
CLASSES = {"ours": "广播 电视 出版 版权 电影 图书 阅读 融媒体", "none": "火灾 爆炸 管网 公交 价格 气温 投资 市场"}


def classifier():
    counts = {name: collections.Counter(words.split()) for name, words in CLASSES.items()}
    size = len({word for words in counts.values() for word in words})
    return {name: (words, math.log(sum(words.values()) + size)) for name, words in counts.items()}


def classify(words, model):
    score = {name: sum(math.log(counts[word] + 1) - total for word in words) for name, (counts, total) in model.items()}
    return max(score, key=score.get)


def take(feed, url, db, model):
    with urllib.request.urlopen(url) as answer:
        entries = feedparser.parse(answer.read()).entries
    rows = []
    for entry in entries:
        words = list(jieba.cut(entry.title + entry.get("summary", "")))
        rows.append((feed, entry.id, entry.title, entry.link, entry.get("summary", ""), classify(words, model)))
    with db.cursor() as cursor:
        psycopg2.extras.execute_values(
            cursor, "insert into python_article values %s on conflict do nothing", rows, page_size=500
        )
    db.commit()
    return len(rows)


def main():
    task = json.loads(sys.stdin.readline())
    model = classifier()
    db = psycopg2.connect(task["database"])
    with db.cursor() as cursor:
        cursor.execute(
            "create table python_article (feed text, guid text, title text, link text, text text, class text, primary key (feed, guid))"
        )
    db.commit()
    for first in (True, False):
        begun = time.perf_counter()
        items = sum(take(feed + str(first), url, db, model) for feed, url in task["feeds"])
    print(json.dumps({"items": items, "seconds": time.perf_counter() - begun}))


main()
