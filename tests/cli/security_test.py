#!/usr/bin/env python3
"""Articles, archives and folders by people who mean harm: nothing outside the corpus is read or
written, nothing is expanded, nothing steers a terminal or runs in a spreadsheet.

usage: security_test.py BIN_FOLDER
"""
import io
import json
import os
import pty
import re
import tarfile
import zipfile

import cli

SECRET = 'The password of the newsroom is swordfish.'
EVIL = 'A\x1b[2J\x1b]0;own\x07B\x9b31mC\x7f\u202eD\u2066E\u200fF\u061c\x08'
STEERS = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e'
                    '\u2066-\u2069]')
OUR_COLOURS = re.compile('\x1b\\[[0-9;]*m')


class SecurityTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'
        self.corpus = self.folder / 'corpus'
        self.corpus.mkdir()
        (self.corpus / 'a.jsonl').write_text(cli.lines(range(3)), encoding='utf-8')

    def total(self, *arguments):
        run = self.search(self.index, *arguments, '--count')
        self.assertEqual(run.returncode, 0, run.stderr)
        return int(run.stdout)

    def tree(self):
        return sorted(p for p in self.folder.rglob('*') if self.index not in [p, *p.parents])

    def test_links_out_of_the_corpus(self):
        outside = self.folder / 'outside'
        outside.mkdir()
        (outside / 'secret.txt').write_text(f'Secret\n\n{SECRET}\n')
        (self.corpus / 'file.txt').symlink_to(outside / 'secret.txt')
        (self.corpus / 'folder').symlink_to(outside)
        (self.corpus / 'up').symlink_to('../outside')
        self.build(self.corpus, self.index)
        self.assertEqual((self.total('swordfish'), self.total('pangolins')), (0, 3))
        archive = self.folder / 'links.tar'
        with tarfile.open(archive, 'w') as tar:
            for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                link = tarfile.TarInfo('link.txt')
                link.type, link.linkname = kind, str(outside / 'secret.txt')
                tar.addfile(link)
            tar.add(self.corpus / 'a.jsonl', 'a.jsonl')
        self.build(archive, self.index)
        self.assertEqual((self.total('swordfish'), self.total('pangolins')), (0, 3))

    def test_members_that_would_be_written_elsewhere(self):
        names = ['../../evil.jsonl', '/tmp/news-evil.jsonl', 'a/../../../evil.jsonl', '..']
        with tarfile.open(self.corpus / 'b.tar', 'w') as tar, \
                zipfile.ZipFile(self.corpus / 'c.zip', 'w') as archive:
            for number, name in enumerate(names):
                data = cli.lines([10 + number], 'okapis').encode()
                member = tarfile.TarInfo(name)
                member.size = len(data)
                tar.addfile(member, io.BytesIO(data))
                archive.writestr(name, cli.lines([20 + number], 'okapis'))
        before = self.tree()
        self.build(self.corpus, self.index)
        self.assertEqual(self.tree(), before)
        self.assertFalse(os.path.exists('/tmp/news-evil.jsonl'))
        # Read as data, under the archive's own name.
        self.assertGreaterEqual(self.total('okapis'), 2 * len(names) - 2)
        paths = self.search(self.index, 'okapis', '--fields', 'source_path', '-n', '99').stdout
        self.assertTrue(all('!/' in path for path in paths.splitlines()), paths)

    def test_entities(self):
        laughs = ''.join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
        text = '<p>A story about okapis in the woods of Congo. &l29; &file;</p>'
        secret = self.folder / 'secret.txt'
        secret.write_text(SECRET)
        (self.corpus / 'b.xml').write_text(
            '<?xml version="1.0"?>\n<!DOCTYPE nitf [<!ENTITY l0 "lol">' + laughs +
            f'<!ENTITY file SYSTEM "file://{secret}">]>\n<nitf><head><title>Okapis</title></head>'
            f'<body><body.head><hedline><hl1>Okapis seen</hl1></hedline></body.head>'
            f'<body.content>{text}</body.content></body></nitf>')
        self.build(self.corpus, self.index)
        self.assertEqual((self.total('swordfish'), self.total('lol')), (0, 0))
        self.assertEqual(self.total('okapis'), 1)

    def on_terminal(self, program, *arguments):
        """What a terminal is sent, errors included."""
        master, slave = pty.openpty()
        env = {k: v for k, v in os.environ.items() if k not in ('NEWSINDEX', 'NO_COLOR')}
        child = cli.subprocess.Popen([cli.BIN / program, *map(str, arguments)], cwd=self.folder,
                                     stdin=cli.subprocess.DEVNULL, stdout=slave, stderr=slave,
                                     env=env | {'TERM': 'xterm'})
        os.close(slave)
        out = b''
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        os.close(master)
        child.wait()
        return OUR_COLOURS.sub('', out.decode('utf-8', 'replace'))

    def evil_corpus(self):
        names = {key: key + EVIL for key in ('headline', 'summary', 'source', 'section', 'agency',
                                             'url', 'language')}
        articles = [names | {'id': f'e{n}{EVIL}', 'body': f'A story about okapis {EVIL} seen. More.',
                             'authors': ['Ann' + EVIL], 'keywords': [EVIL],
                             'dateline': {'place': 'Lima' + EVIL, 'text': 'LIMA' + EVIL}}
                    for n in range(2)]
        name = 'evil\x1b[31m\u202e.jsonl'
        (self.corpus / name).write_text(''.join(json.dumps(a) + '\n' for a in articles) +
                                        '{"id": "\x1b[2J\n', encoding='utf-8')
        return self.corpus / name

    def test_terminal(self):
        evil = self.evil_corpus()
        outputs = {'build': self.on_terminal('newsindex', 'build', self.corpus, '-i', self.index,
                                             '--progress', 'never')}
        for options in ([], ['--json'], ['--jsonl'], ['--csv'], ['--trec', 'run'], ['--explain'],
                        ['--fields', 'id,headline,authors,snippets,dateline,url'],
                        ['--facet', 'source', '--facet', 'author', '--facet', 'place'],
                        ['--context', '5'], ['--collapse'], ['--show', 'e0' + EVIL],
                        ['--show', 'e0' + EVIL, '--json']):
            query = [] if '--show' in options else ['okapis']
            outputs[str(options)] = self.on_terminal('newssearch', *query, '-i', self.index,
                                                     *options)
        for command in (['info'], ['info', '--json'], ['check'], ['export']):
            outputs[str(command)] = self.on_terminal('newsindex', *command, '-i', self.index)
        for command in (['extract'], ['explain'], ['explain', '--json']):
            outputs[str(command)] = self.on_terminal('newsindex', *command, evil)
        outputs['remove'] = self.on_terminal('newsindex', 'remove', 'nobody' + EVIL, '-i',
                                             self.index)
        outputs['error'] = self.on_terminal('newssearch', 'title' + EVIL + ':x', '-i', self.index)
        for what, text in outputs.items():
            self.assertGreater(len(text), 20, what)
            found = STEERS.search(text)
            self.assertIsNone(found, f'{what}: {text[max(0, found.start() - 80):][:160]!r}'
                              if found else '')
        self.assertIn('okapis', outputs['[]'])

    def test_json_means_the_same(self):
        self.evil_corpus()
        self.run_program('newsindex', 'build', self.corpus, '-i', self.index)
        lines = self.run_program('newsindex', 'export', '-i', self.index).stdout
        places = {json.loads(line)['dateline']['place'] for line in lines.splitlines()}
        self.assertTrue(any('\u202e' in (place or '') for place in places), places)

    def test_formulas(self):
        (self.corpus / 'b.jsonl').write_text(json.dumps({
            'id': '@1', 'headline': '=HYPERLINK("http://x","okapis")', 'source': '+1',
            'section': '-1', 'body': 'A story about okapis.'}) + '\n')
        self.build(self.corpus, self.index)
        fields = ['--csv', '--fields', 'id,headline,source,section']
        row = self.search(self.index, 'okapis', *fields).stdout.splitlines()[1]
        self.assertEqual(row, '@1,"=HYPERLINK(""http://x"",""okapis"")",+1,-1')
        row = self.search(self.index, 'okapis', *fields, '--guard-formulas').stdout.splitlines()[1]
        self.assertEqual(row, '\'@1,"\'=HYPERLINK(""http://x"",""okapis"")",\'+1,\'-1')
        refused = self.search(self.index, 'okapis', '--guard-formulas')
        self.assertEqual(refused.returncode, 2)


if __name__ == '__main__':
    cli.main()
