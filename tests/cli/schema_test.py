#!/usr/bin/env python3
"""Every JSON answer is as docs/newssearch.schema.json says.

usage: schema_test.py BIN_FOLDER
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    print('skipped: there is no python3-jsonschema')
    sys.exit(77)

import cli

SEARCHES = [
    ['mombasa'], ['mombasa', '-n', '0'], ['zebrafish'], ['mombasa unicorns'], ['mombassa'],
    ['the', '-n', '1000'], ['--country', 'KE'], ['strike', '--count'],
    ['strike', '--facet', 'country,language,source,author', '--timeline', 'week'],
    ['strike', '--count', '--timeline', 'year', '--on', '2026'],
    ['"port strike"', '--exact', '--any', '--context', '4', '--snippets', '3'],
    ['headline:port', '--explain'], ['date:none'], ['大'], ['--sort', 'oldest', '--after', '2026'],
    ['mombasa port', '--collapse'], ['the', '--collapse', '--count'],
    ['strike', '--expand', '--explain'], ['--like', 'mw-20260204-017', '--before-it', '--explain'],
    ['strike', '--country=-KE', '--country', 'BE', '--language', 'en', '--recency', '1y'],
]


def validator_of(name):
    schema = (cli.SOURCE / 'docs' / name).read_text()
    return jsonschema.Draft7Validator(json.loads(
        schema.replace('#/$defs/', '#/definitions/').replace('"$defs"', '"definitions"')))


class SchemaTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'
        self.build(cli.SAMPLE, self.index)
        self.validator = validator_of('newssearch.schema.json')

    def check(self, text, what, validator=None):
        answer = json.loads(text)
        faults = [f'{list(e.path)}: {e.message[:200]}'
                  for e in (validator or self.validator).iter_errors(answer)]
        self.assertEqual(faults, [], what)
        return answer

    def test_answers(self):
        for search in SEARCHES:
            run = self.search(self.index, '--json', *search)
            self.assertEqual(run.returncode, 0, run.stderr)
            answer = self.check(run.stdout, search)
            self.assertEqual('hits' in answer, '--count' not in search, search)
            for hit in answer.get('hits', []):
                self.check_highlights(hit, '--context' not in search)

    def check_highlights(self, hit, in_order):
        places = [(s['text'], s['highlights']) for s in hit['snippets']]
        places.append((hit['headline'] or '', hit['headline_highlights']))
        for text, highlights in places:
            last = 0
            for start, end in highlights:
                self.assertTrue(last <= start < end <= len(text), (text, highlights))
                last = end if in_order else 0  # the keyword of a context comes first

    def test_highlights_are_the_words(self):
        run = self.search(self.index, '--json', 'strike', '-n', '100', '--snippets', '3')
        words = set()
        for hit in json.loads(run.stdout)['hits']:
            for snippet in hit['snippets']:
                words |= {snippet['text'][a:b].lower() for a, b in snippet['highlights']}
        self.assertTrue({'strike', 'strikes'} <= words, words)
        self.assertTrue(words <= {'strike', 'strikes', 'striking', 'striked'}, words)

    def test_batch(self):
        (self.folder / 'queries').write_text('one\tstrike\ntwo\tbank\n')
        run = self.search(self.index, '--json', '--batch', 'queries')
        ids = [self.check(line, 'batch')['id'] for line in run.stdout.splitlines()]
        self.assertEqual(ids, ['one', 'two'])

    def test_info(self):
        text = self.run_program('newsindex', 'info', '-i', self.index, '--json').stdout
        info = self.check(text, 'info', validator_of('newsindex-info.schema.json'))
        self.assertGreater(info['near_copies']['articles'], 1)
        self.assertEqual(info['same_text']['groups'], 0)

    def test_jsonl_and_show(self):
        run = self.search(self.index, 'strike', '--jsonl')
        for line in run.stdout.splitlines():
            hit = json.loads(line)
            shown = self.search(self.index, '--show', hit['id'], '--json')
            self.assertEqual(json.loads(shown.stdout)['headline'], hit['headline'])


if __name__ == '__main__':
    cli.main()
