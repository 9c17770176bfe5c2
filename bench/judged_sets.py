"""Judged sets made from a corpus: each story is searched for by something that was taken out of it.

What is asked for is known without a judge, and the text that is searched doesn't hold the query.
A set is a folder with docs.jsonl, topics.tsv and qrels.txt.
"""
import json
import random
import re

LEAST_BODY = 400      # characters; shorter bodies are tables and notices
SHORT_ARTICLE = 600   # characters of an article in the set of short ones
NAMES = ['newsdesk', 'marie_k', 'traderjoe', 'real_sam', 'daily_wire', 'k_okafor', 'theanchor']
CHATTER = ('lol omg just heard can you believe this is it true people are saying wow breaking '
           'please share thread watch look what they did again never forget so sad cant wait who '
           'else thinks my friend told me no words here we go').split()


def read_stories(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def words_of(text):
    return re.findall(r"[^\W_]+(?:[-'.&][^\W_]+)*", text)


def misspelt(word, pick):
    """One letter left out, doubled, or swapped with its neighbour."""
    if len(word) < 4:
        return word
    at = pick.randrange(1, len(word) - 1)
    return pick.choice([word[:at] + word[at + 1:],
                        word[:at] + word[at] + word[at:],
                        word[:at] + word[at + 1] + word[at] + word[at + 2:]])


def as_post(text, pick):
    """A passage as somebody on a social network would pass it on."""
    words = [word for word in words_of(text) if pick.random() > .2][:45]
    words = [misspelt(word, pick) if pick.random() < .08 else word for word in words]
    long_words = [n for n, word in enumerate(words) if len(word) > 5]
    for n in pick.sample(long_words, min(2, len(long_words))):
        words[n] = '#' + re.sub(r'\W', '', words[n])
    at = pick.randrange(len(words) + 1)
    start = pick.randrange(len(CHATTER) - 8)
    words[at:at] = CHATTER[start:start + pick.randrange(3, 9)]
    post = f'@{pick.choice(NAMES)} {" ".join(words)}'
    if pick.random() < .6:
        code = ''.join(pick.choices('abcdefghijkmnpqrstuvwxyz23456789', k=10))
        post += pick.choice([f' https://t.co/{code}', f' pic.twitter.com/{code}'])
    if pick.random() < .4:
        name = pick.choice(NAMES)
        post += f' — {name.title()} (@{name}) March {pick.randrange(1, 29)}, 1987'
    return post


def first_sentences(body):
    """The body's first paragraph, and the rest of it."""
    head, _, rest = body.partition('\n')
    if len(head) > 500:
        cut = head.find('. ', 120) + 1
        head, rest = (head[:cut], head[cut:] + '\n' + rest) if cut else (head, rest)
    return head, rest.strip()


def write_set(folder, docs, topics):
    """`topics` are (id, query, id of the article asked for)."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'docs.jsonl', 'w', encoding='utf-8') as out:
        for doc in docs:
            out.write(json.dumps(doc, ensure_ascii=False) + '\n')
    (folder / 'topics.tsv').write_text(
        ''.join(f'{topic}\t{" ".join(query.split())}\n' for topic, query, _ in topics), 'utf-8')
    (folder / 'qrels.txt').write_text(
        ''.join(f'{topic} 0 {doc} 1\n' for topic, _, doc in topics), 'utf-8')


def without(story, body, headline=None):
    return {'id': story['id'], 'headline': headline, 'body': body,
            'published': story.get('published'), 'language': story.get('language')}


def make_headline_set(folder, stories, count, seed=1):
    """A headline asks for its story, of which only the body is there."""
    pick = random.Random(seed)
    good = [s for s in stories if s.get('headline') and len(s.get('body') or '') >= LEAST_BODY]
    asked = pick.sample(good, min(count, len(good)))
    write_set(folder, [without(s, s['body']) for s in good],
              [(f'h{n}', s['headline'], s['id']) for n, s in enumerate(asked)])


def make_post_set(folder, stories, count, seed=2):
    """A noisy post of a story's beginning asks for the rest of it, cut short, with its headline."""
    pick = random.Random(seed)
    docs, beginnings = [], []
    for story in stories:
        head, rest = first_sentences(story.get('body') or '')
        if len(head) < 100 or len(rest) < LEAST_BODY // 2:
            continue
        docs.append(without(story, rest[:SHORT_ARTICLE].rsplit(' ', 1)[0], story.get('headline')))
        beginnings.append((head, story['id']))
    asked = pick.sample(beginnings, min(count, len(beginnings)))
    write_set(folder, docs,
              [(f'p{n}', as_post(head, pick), doc) for n, (head, doc) in enumerate(asked)])
