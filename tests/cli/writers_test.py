#!/usr/bin/env python3
"""Two writers of one index, and writers that are killed.

usage: writers_test.py BIN_FOLDER
"""
import os
import signal
import subprocess
import time

import cli

LINE = b'{"id":"%d","headline":"Number %d","body":"A story about pangolins in the woods of Sweden."}\n'


class WritersTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'
        self.build(cli.SAMPLE / 'json', self.index)
        self.before = self.search(self.index, 'the', '--fields', 'id', '-n', '99').stdout
        self.assertGreater(len(self.before), 100)

    def start_writer(self):
        """A build that waits for more of its input, so that it holds the lock."""
        writer = subprocess.Popen([cli.BIN / 'newsindex', 'build', '-', '-i', self.index],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL)
        self.addCleanup(writer.communicate)
        self.addCleanup(writer.kill)
        for number in range(5000):
            writer.stdin.write(LINE % (number, number))
        writer.stdin.flush()
        segments = self.index / 'segments'
        for _ in range(1000):
            if len(list(segments.iterdir())) == 2:
                return writer
            time.sleep(0.01)
        self.fail('the writer made no segment')

    def assert_as_before(self):
        run = self.search(self.index, 'the', '--fields', 'id', '-n', '99')
        self.assertEqual((run.returncode, run.stdout), (0, self.before), run.stderr)

    def test_second_writer_is_refused(self):
        writer = self.start_writer()
        second = self.run_program('newsindex', 'build', cli.SAMPLE / 'json', '-i', self.index)
        self.assertEqual(second.returncode, 5)
        self.assertIn(f'is being written by process {writer.pid}', second.stderr)
        self.assert_as_before()
        output, _ = writer.communicate()
        self.assertEqual(writer.returncode, 0)
        self.assertTrue(output.startswith(b'5000 articles'), output)
        self.assertEqual(self.search(self.index, 'pangolins', '--count').stdout, '5000\n')

    def test_killed_writer_leaves_the_old_index(self):
        for kill in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
            writer = self.start_writer()
            os.kill(writer.pid, kill)
            writer.wait()
            self.assertEqual(writer.returncode, -kill)
            self.assert_as_before()
        self.build(cli.SAMPLE / 'wire', self.index)
        left = [p.name for p in (self.index / 'segments').iterdir()]
        self.assertEqual(len(left), 1, 'what killed writers left is swept')
        self.assertNotEqual(self.search(self.index, 'the', '--fields', 'id').stdout, self.before)

    def test_killed_at_any_moment(self):
        """One of two whole indexes answers, never a mix."""
        big = self.folder / 'big.jsonl'
        big.write_bytes(b''.join(LINE % (n, n) for n in range(20000)))
        for milliseconds in range(5, 400, 35):
            writer = subprocess.Popen([cli.BIN / 'newsindex', 'build', big, '-i', self.index],
                                      stdout=subprocess.DEVNULL)
            time.sleep(milliseconds / 1000)
            writer.kill()
            writer.wait()
            found = self.search(self.index, 'pangolins', '--count')
            self.assertIn((found.returncode, found.stdout), [(0, '20000\n'), (0, '0\n')],
                          found.stderr)
            if found.stdout == '0\n':
                self.assert_as_before()
            else:
                self.build(cli.SAMPLE / 'json', self.index)


if __name__ == '__main__':
    cli.main()
