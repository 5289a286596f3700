#!/usr/bin/env python3
"""A mail server for tests that does what the recipient's address says, and writes down all that it took.

    server.py PORT FILE [--tls CERTIFICATE KEY] [--user NAME PASSWORD]

It listens on 127.0.0.1 and appends one line of JSON to FILE for each mail that it took, and for each time that somebody
named a recipient. The part of an address before the first "." says what happens; "ada" is served as anybody is:

    busy421 wait450 wait451 full452   refused with that code on the first naming, taken on the second
    never550 never553 never554        refused with that code for good
    slow                              each reply comes late
    slowtaken                         the mail is kept at once, and the reply comes late
    cutdata                           the first time the line is cut after the final dot, before the reply; the mail is kept
    cutbefore                         the first time the line is cut after the content and nothing is kept
    badcontent                        the content is refused for good (554)
    latercontent                      the content is refused once (451)
"""

import argparse
import asyncio
import json
import ssl
import sys
import time

from aiosmtpd.smtp import SMTP, AuthResult

NAMED = {}


def scripted(address):
    return address.partition("@")[0].partition(".")[0]


class Script:
    def __init__(self, path, slowness):
        self.file = open(path, "a", buffering=1)
        self.slowness = slowness

    def note(self, **what):
        self.file.write(json.dumps({"at": time.time(), **what}) + "\n")

    async def handle_RCPT(self, server, session, envelope, address, options):
        word = scripted(address)
        NAMED[address] = seen = NAMED.get(address, 0) + 1
        self.note(kind="named", to=address, peer=session.peer[1])
        if word.startswith("never"):
            return f"{word[5:]} 5.1.1 nobody of that name here"
        if word[:4] in ("busy", "wait", "full") and seen == 1:
            return f"{word[4:]} 4.2.0 come back later"
        if word == "slow":
            await asyncio.sleep(self.slowness)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 go on"

    async def handle_DATA(self, server, session, envelope):
        (address,) = envelope.rcpt_tos
        word, seen = scripted(address), NAMED[address]
        if word == "badcontent":
            return "554 5.6.0 not that"
        if word == "latercontent" and seen == 1:
            return "451 4.3.0 not now"
        if word == "slow":
            await asyncio.sleep(self.slowness)
        if word == "cutbefore" and seen == 1:
            server.transport.abort()
            return "421 never read"
        self.note(kind="mail", to=address, sender=envelope.mail_from, peer=session.peer[1],
                  content=envelope.content.decode("utf-8", "surrogateescape"))
        if word == "slowtaken":
            await asyncio.sleep(self.slowness)
        if word == "cutdata" and seen == 1:
            server.transport.abort()
            return "421 never read"
        return "250 2.0.0 taken"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("file")
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--user", nargs=2)
    parser.add_argument("--slowness", type=float, default=3)
    options = parser.parse_args()
    tls = None
    if options.tls:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*options.tls)

    def authenticate(server, session, envelope, mechanism, data):
        known = options.user and [data.login.decode(), data.password.decode()] == options.user
        return AuthResult(success=bool(known), handled=False)

    script = Script(options.file, options.slowness)

    def session():
        return SMTP(script, hostname="mail.test", tls_context=tls, require_starttls=tls is not None,
                    authenticator=authenticate, auth_required=options.user is not None, auth_require_tls=tls is not None,
                    enable_SMTPUTF8=True, timeout=600)

    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    server = loop.run_until_complete(loop.create_server(session, "127.0.0.1", options.port))
    print(server.sockets[0].getsockname()[1], flush=True)
    loop.run_forever()


if __name__ == "__main__":
    sys.exit(main())
