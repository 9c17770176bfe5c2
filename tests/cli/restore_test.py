#!/usr/bin/env python3
"""Articles come out of an index exactly as `newsindex extract` read them.

usage: restore_test.py BIN_FOLDER
"""
import json

import cli

NEWS = cli.SOURCE.parent / 'shared' / 'corpora' / 'news-please'


class RestoreTest(cli.CliTest):
    def compare(self, corpus, every):
        lines = self.run_program('newsindex', 'extract', corpus).stdout.splitlines()
        # Of articles with one id the index keeps one.
        extracted = {}
        for line in lines:
            article = json.loads(line)
            extracted.setdefault(article['id'], []).append(article)
        self.assertGreater(len(extracted), 100)
        index = self.folder / 'index'
        self.build(corpus, index)
        for id_, articles in list(extracted.items())[::every]:
            shown = json.loads(self.search(index, '--show', id_, '--json').stdout)
            self.assertIn({key: shown[key] for key in articles[0]}, articles)

    def test_sample_corpus(self):
        self.compare(cli.SAMPLE, 1)

    def test_pages_in_many_languages(self):
        if not NEWS.exists():
            self.skipTest('no shared corpora here')
        self.compare(NEWS, 5)


if __name__ == '__main__':
    cli.main()
