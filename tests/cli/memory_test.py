#!/usr/bin/env python3
"""A build stays within --memory and a tenth, whatever it reads.

usage: memory_test.py BIN_FOLDER
"""
import json
import os
import random
import resource
import string

import cli

LEAST = 64  # MiB: the least that --memory takes
# A sanitizer's own memory is many times the program's.
SANITIZED = os.environ.get('NEWS_SANITIZE', '') != ''


class MemoryTest(cli.CliTest):
    def most_memory_of_children(self):
        """In MiB, of the largest program run so far."""
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    def write_articles(self, path, megabytes, make_word):
        rng = random.Random(3)
        written = number = 0
        with open(path, 'w', encoding='utf-8') as out:
            while written < megabytes * 1e6:
                number += 1
                words = [make_word(rng) for _ in range(300)]
                written += out.write(json.dumps({
                    'id': f'W-{number}', 'headline': ' '.join(words[:6]),
                    'published': f'2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}',
                    'body': ' '.join(words[6:]) + '.'}) + '\n')
        return number

    def test_words_that_are_all_different(self):
        """The words alone, held in memory, would take five times what is allowed."""
        def make_word(rng):
            return ''.join(rng.choices(string.ascii_lowercase, k=rng.randint(5, 9)))
        articles = self.write_articles(self.folder / 'words.jsonl', 4, make_word)
        self.build('words.jsonl', 'small', '--memory', f'{LEAST}M', '--jobs', '2')
        if not SANITIZED:
            self.assertLess(self.most_memory_of_children(), 1.1 * LEAST)
        self.build('words.jsonl', 'large', '--memory', '1G', '--jobs', '2')
        for name in ('words', 'tokens', 'articles', 'columns', 'postings/postlist.glass'):
            small, large = (next((self.folder / index / 'segments').iterdir()) / name
                            for index in ('small', 'large'))
            self.assertEqual(small.read_bytes(), large.read_bytes(), name)
        count = self.search('small', '--count').stdout
        self.assertEqual(count.strip(), str(articles))


if __name__ == '__main__':
    cli.main()
