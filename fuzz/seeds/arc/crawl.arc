filedesc://x.arc 127.0.0.1 20260206010203 text/plain 12
1 0 Capture

https://ex.test/a b 127.0.0.1 20260206010203 text/html 152
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><head><title>Port reopens</title></head><body><p>Ships left the port.</p></body></html>
https://ex.test/c 127.0.0.1 2026 text/html -1

