"""Talks to `frontdesk lsp` as an editor does. Run by check-lsp, which says where the program is."""

import asyncio
import json
import os
import pathlib
import shutil
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient
from pygls.exceptions import JsonRpcException

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRONTDESK = os.environ["FRONTDESK"]


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[FRONTDESK, "lsp"]))
async def client(lsp_client: LanguageClient):
    await lsp_client.initialize_session(
        lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), root_uri=ROOT.as_uri())
    )
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def shop(tmp_path):
    """A copy of the shop, in a folder whose name must be escaped in addresses."""
    folder = tmp_path / "Läden und mehr" / "shop"
    shutil.copytree(ROOT / "Intents/shop", folder)
    return folder


class File:
    """An open file, kept as the server should see it."""

    def __init__(self, client, path, text=None):
        self.client, self.path, self.uri, self.version = client, path, path.as_uri(), 1
        self.text = path.read_text() if text is None else text
        item = lsp.TextDocumentItem(uri=self.uri, language_id="yaml", version=1, text=self.text)
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))

    def position(self, needle, offset=0, occurrence=0):
        """The place of a text, in UTF-16 units."""
        index = -1
        for _ in range(occurrence + 1):
            index = self.text.index(needle, index + 1)
        before = self.text[: index + offset]
        line = before.rsplit("\n", 1)[-1]
        return lsp.Position(line=before.count("\n"), character=len(line.encode("utf-16-le")) // 2)

    def at(self, needle, offset=0, occurrence=0):
        return {
            "text_document": lsp.TextDocumentIdentifier(uri=self.uri),
            "position": self.position(needle, offset, occurrence),
        }

    def replace(self, needle, text, occurrence=0):
        """Types over a text, as one incremental change."""
        start = self.position(needle, 0, occurrence)
        end = self.position(needle, len(needle), occurrence)
        index = -1
        for _ in range(occurrence + 1):
            index = self.text.index(needle, index + 1)
        self.text = self.text[:index] + text + self.text[index + len(needle) :]
        self.version += 1
        change = lsp.TextDocumentContentChangePartial(range=lsp.Range(start=start, end=end), text=text)
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                text_document=lsp.VersionedTextDocumentIdentifier(uri=self.uri, version=self.version),
                content_changes=[change],
            )
        )

    async def diagnostics(self):
        """Those that are told next of this file."""
        while True:
            await asyncio.wait_for(
                self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), timeout=20
            )
            return list(self.client.diagnostics.get(self.uri, []))

    async def complete(self, needle, offset, occurrence=0):
        params = lsp.CompletionParams(**self.at(needle, offset, occurrence))
        items = await self.client.text_document_completion_async(params)
        return {item.label: item for item in items}


def applied(edit, uri, text):
    """The text with the edits of one file made, positions counted in UTF-16 units."""
    units = text.encode("utf-16-le")
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len((line + "\n").encode("utf-16-le")))
    for change in sorted(edit.changes[uri], key=lambda c: (c.range.start.line, c.range.start.character), reverse=True):
        start, end = (starts[at.line] + 2 * at.character for at in (change.range.start, change.range.end))
        units = units[:start] + change.new_text.encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def check(folder):
    return subprocess.run([FRONTDESK, "check", str(folder)], capture_output=True, text=True)


@pytest.mark.asyncio
async def test_a_whole_file_has_no_mistakes(client, shop):
    assert await File(client, shop / "orders.yaml").diagnostics() == []


@pytest.mark.asyncio
async def test_a_misspelt_key_is_told_and_mended(client, shop):
    file = File(client, shop / "orders.yaml")
    await file.diagnostics()
    file.replace("patterns:", "paterns:")
    told = [d for d in await file.diagnostics() if d.code == "FD0008"]
    assert [d.message for d in told] == ["unknown key 'paterns'\nhelp: did you mean 'patterns'?"]
    assert told[0].range.start == file.position("paterns:")
    assert told[0].range.end == file.position("paterns:", 7)
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=file.uri),
            range=told[0].range,
            context=lsp.CodeActionContext(diagnostics=told),
        )
    )
    assert [a.title for a in actions] == ["Write 'patterns'"]
    assert applied(actions[0].edit, file.uri, file.text) == (shop / "orders.yaml").read_text()
    file.replace("paterns:", "patterns:")
    assert await file.diagnostics() == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "code, wrong, title, mended",
    [
        ("FD0005", "    suggests:\n      - order.status\n    # 😀\n", "Take it out", ""),
        ("FD0042", '    patterns: ["😀 hola", "my [open|current] orders"]\n', "Take it out", '    patterns: ["😀 hola"]\n'),
        ("FD0006", "    answer: [😀] here\n", "Put it in quotes", "    answer: '[😀] here'\n"),
    ],
)
async def test_mistakes_are_mended_as_the_help_says(client, shop, code, wrong, title, mended):
    before = 'intents:\n  smile:\n    title: Smile\n'
    rest = {"FD0005": '    patterns: ["😀 hola"]\n    answer: Hi.\n    suggests: [order.status]\n',
            "FD0042": "    answer: Hi.\n", "FD0006": '    patterns: ["😀 hola"]\n'}[code]
    file = File(client, shop / "smile.yaml", before + rest + wrong)
    told = [d for d in await file.diagnostics() if d.code == code]
    assert len(told) == 1
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=file.uri),
            range=told[0].range,
            context=lsp.CodeActionContext(diagnostics=told),
        )
    )
    assert [a.title for a in actions] == [title]
    left = applied(actions[0].edit, file.uri, file.text)
    assert left.removesuffix("    # 😀\n") == before + rest + mended


@pytest.mark.asyncio
async def test_a_mistake_in_one_file_is_told_of_another(client, shop):
    file = File(client, shop / "orders.yaml")
    await file.diagnostics()
    file.replace("  track_order:\n", "  follow_order:\n", 0)
    await file.diagnostics()
    told = client.diagnostics[(shop / "delivery.yaml").as_uri()]
    assert any(d.code == "FD0010" and "track_order" in d.message for d in told)


@pytest.mark.asyncio
async def test_positions_count_utf16_units(client, shop):
    text = 'intents:\n  smile:\n    patterns: ["😀 wie schön"]\n    answer: "😀😀 é {{nobody}}"\n'
    file = File(client, shop / "smile.yaml", text)
    told = [d for d in await file.diagnostics() if "nobody" in d.message]
    assert told and told[0].range.start == file.position("nobody")
    assert told[0].range.start.character == len('    answer: "') + 2 * 2 + len(" é {{")
    file.replace("nobody", "customer.first_name|default \"é\"")
    file.replace('"é"', "'é'")
    assert file.text.count("first_name") == 1


@pytest.mark.asyncio
async def test_keys_are_completed_by_place_with_their_meaning(client, shop):
    file = File(client, shop / "new.yaml", "intents:\n  a.b:\n    title: A\n    \n")
    items = await file.complete("    title: A\n    ", len("    title: A\n    "))
    assert {"patterns", "answer", "flow"} <= set(items)
    assert "title" not in items and "states" not in items
    assert items["answer"].documentation == "What the desk says."
    assert items["answer"].text_edit.new_text == "answer:"


@pytest.mark.parametrize(
    "text, wanted, unwanted",
    [
        ("intents:\n  a:\n    flow: ", "track_order", "orders.find"),
        ("intents:\n  a:\n    suggests: [", "order.status", "track_order"),
        ("flows:\n  a:\n    states:\n      b:\n        do: ", "orders.track", "track_order"),
        ("flows:\n  a:\n    slots: {size: {ask: Q}}\n    states:\n      b:\n        go: ", "handoff(", "order.status"),
        ("flows:\n  a:\n    slots:\n      x:\n        type: ", "order_number", "order.status"),
        ("flows:\n  a:\n    states:\n      b: {say: x, end: ", "resolved", "b"),
        ("intents:\n  a:\n    patterns: [\"where is {", "order_number", "track_order"),
        ("intents:\n  a:\n    courtesy: ", "true", "track_order"),
    ],
)
@pytest.mark.asyncio
async def test_values_are_completed_though_the_file_is_not_whole(client, shop, text, wanted, unwanted):
    file = File(client, shop / "new.yaml", text)
    items = await file.complete(text, len(text))
    assert any(label.startswith(wanted) for label in items), list(items)
    assert unwanted not in items


@pytest.mark.asyncio
async def test_slots_and_states_are_those_of_the_flow(client, shop):
    file = File(client, shop / "orders.yaml")
    await file.diagnostics()
    file.replace("  track_order:\n    title: tracking your order\n", "  track_order:\n    title: \"{{\"\n    takes: \n")
    items = await file.complete('"{{"\n    takes: ', len('"{{"\n    takes: '))
    assert "order_number" in items and "new_address" not in items


@pytest.mark.asyncio
async def test_hover_tells_what_keys_and_names_mean(client, shop):
    file = File(client, shop / "orders.yaml")
    key = await client.text_document_hover_async(lsp.HoverParams(**file.at("counterexamples:", 3)))
    assert key.contents.value == "**counterexamples**: Sentences that sound alike but mean something else."
    name = await client.text_document_hover_async(lsp.HoverParams(**file.at("flow: track_order", 8)))
    assert name.contents.value.startswith("flow `track_order`, orders.yaml:")
    assert "title: tracking your order" in name.contents.value
    nothing = await client.text_document_hover_async(lsp.HoverParams(**file.at("#", 0)))
    assert nothing is None


@pytest.mark.asyncio
async def test_broken_yaml_keeps_the_last_good_names(client, shop):
    file = File(client, shop / "orders.yaml")
    await file.diagnostics()
    await client.text_document_hover_async(lsp.HoverParams(**file.at("flow: track_order", 8)))
    file.replace("intents:\n", "intents: {\n")
    assert any(d.code == "FD0003" for d in await file.diagnostics())
    hover = await client.text_document_hover_async(lsp.HoverParams(**file.at("flow: track_order", 8)))
    assert hover is not None and "track_order" in hover.contents.value


@pytest.mark.asyncio
async def test_definition_and_references_go_across_files(client, shop):
    file = File(client, shop / "delivery.yaml")
    places = await client.text_document_definition_async(lsp.DefinitionParams(**file.at("flow(track_order)", 7)))
    assert [p.uri for p in places] == [(shop / "orders.yaml").as_uri()]
    found = await client.text_document_references_async(
        lsp.ReferenceParams(**file.at("flow(track_order)", 7), context=lsp.ReferenceContext(include_declaration=True))
    )
    assert {pathlib.Path(p.uri).name for p in found} >= {"orders.yaml", "delivery.yaml", "orders.es.yaml"}


@pytest.mark.parametrize(
    "file_name, needle, offset, new",
    [
        ("orders.yaml", "  order.status:\n", 4, "order.where"),
        ("orders.yaml", "      look_up:\n", 8, "find_it"),
        ("orders.yaml", "  track_order:\n", 4, "follow_order"),
    ],
)
@pytest.mark.asyncio
async def test_renaming_leaves_an_assistant_without_mistakes(client, shop, file_name, needle, offset, new):
    file = File(client, shop / file_name)
    edit = await client.text_document_rename_async(lsp.RenameParams(**file.at(needle, offset), new_name=new))
    assert edit.changes
    for uri in edit.changes:
        path = next(p for p in shop.rglob("*.yaml") if p.as_uri() == uri)
        before = path.read_text()
        path.write_text(applied(edit, uri, before))
        assert path.read_text() != before and new in path.read_text()
    result = check(shop)
    assert result.returncode == 0, result.stdout + result.stderr


SLOTS = """flows:
  wrap:
    slots:
      colour: {type: text, ask: "Which colour? 🎁"}
      note: {type: text, ask: "For {{colour}}?", when: "colour != 'red'"}
    states:
      tell: {say: "😀 {{colour|upper}}: {{note|default \\"-\\"}}", clear: colour, set: {note: "{{colour}}"}, end: resolved}
intents:
  wrap.it: {patterns: ["wrap it [for me] in paper"], flow: wrap}
"""


@pytest.mark.asyncio
async def test_a_slot_is_renamed_in_texts_conditions_and_lists(client, tmp_path):
    shop = tmp_path / "small"
    shop.mkdir()
    (shop / "assistant.yaml").write_text("assistant: small\n")
    (shop / "wrap.yaml").write_text(SLOTS)
    file = File(client, shop / "wrap.yaml")
    edit = await client.text_document_rename_async(
        lsp.RenameParams(**file.at("{{colour|upper", 4), new_name="paper_colour")
    )
    assert list(edit.changes) == [file.uri]
    after = applied(edit, file.uri, file.text)
    assert after.count("paper_colour") == 6 and after.replace("paper_colour", "colour") == SLOTS
    (shop / "wrap.yaml").write_text(after)
    assert check(shop).returncode == 0, check(shop).stdout


@pytest.mark.parametrize(
    "needle, offset, new, why",
    [
        ("  order.status:\n", 4, "Order Status", "cannot be the name of an intent"),
        ("  order.status:\n", 4, "order.cancel", "there is an intent 'order.cancel' already"),
        ("  track_order:\n    title", 4, "flow", None),
        ("patterns:", 3, "anything", "nothing here can be renamed"),
    ],
)
@pytest.mark.asyncio
async def test_a_name_that_clashes_or_cannot_be_one_is_refused(client, shop, needle, offset, new, why):
    file = File(client, shop / "orders.yaml")
    params = lsp.RenameParams(**file.at(needle, offset), new_name=new)
    if why is None:
        assert (await client.text_document_rename_async(params)).changes
        return
    with pytest.raises(JsonRpcException) as error:
        await client.text_document_rename_async(params)
    assert why in str(error.value)


@pytest.mark.asyncio
async def test_a_slot_whose_name_is_its_type_is_not_renamed_into_a_mistake(client, shop):
    file = File(client, shop / "orders.yaml")
    with pytest.raises(JsonRpcException) as error:
        await client.text_document_rename_async(
            lsp.RenameParams(**file.at("  track_order:\n    title: tracking your order\n    slots:\n      order_number", 70), new_name="number_wanted")
        )
    assert "with this name there would be a mistake" in str(error.value)


@pytest.mark.asyncio
async def test_symbols_are_a_tree(client, shop):
    file = File(client, shop / "orders.yaml")
    symbols = await client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(text_document=lsp.TextDocumentIdentifier(uri=file.uri))
    )
    flow = next(s for s in symbols if s.name == "track_order")
    assert {"order_number", "look_up"} <= {s.name for s in flow.children}
    assert flow.range.start.line <= flow.selection_range.start.line <= flow.range.end.line
    assert any(s.name == "order.status" for s in symbols)


@pytest.mark.asyncio
async def test_a_file_outside_any_assistant_is_served_as_far_as_it_goes(client, tmp_path):
    file = File(client, tmp_path / "alone.yaml", "intents:\n  a:\n    ")
    items = await file.complete("    ", 4)
    assert "patterns" in items
    assert await client.text_document_definition_async(lsp.DefinitionParams(**file.at("a:"))) is None
    assert any("belongs to no assistant" in m.message for m in client.log_messages)


@pytest.mark.asyncio
async def test_two_assistants_do_not_mix(client, shop, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    (small / "assistant.yaml").write_text("assistant: small\n")
    file = File(client, small / "a.yaml", "intents:\n  a:\n    patterns: [x]\n    flow: track_order\n")
    other = File(client, shop / "orders.yaml")
    for _ in range(2):
        await other.diagnostics()
        if file.uri in client.diagnostics and other.uri in client.diagnostics:
            break
    assert [d.code for d in client.diagnostics[file.uri]] == ["FD0010"]
    assert list(client.diagnostics[other.uri]) == []
    assert "track_order" not in await file.complete("flow: ", 6)


@pytest.mark.asyncio
async def test_unknown_methods_are_refused_and_the_rest_goes_on(client, shop):
    with pytest.raises(JsonRpcException) as error:
        await client.text_document_declaration_async(
            lsp.DeclarationParams(lsp.TextDocumentIdentifier(uri="file:///x.yaml"), lsp.Position(0, 0))
        )
    assert "there is no method 'textDocument/declaration'" in str(error.value)
    assert await File(client, shop / "orders.yaml").diagnostics() == []


@pytest.mark.asyncio
async def test_what_is_saved_elsewhere_is_read_again(client, shop):
    file = File(client, shop / "delivery.yaml")
    assert await file.diagnostics() == []
    orders = shop / "orders.yaml"
    orders.write_text(orders.read_text().replace("  track_order:\n", "  follow_order:\n", 1))
    client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(changes=[]))
    assert any("track_order" in d.message for d in await file.diagnostics())


# Without a client: bytes as they come.


def framed(message):
    content = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(content) + content


def raw(*pieces):
    """What the server answers to bytes, and its exit code once they have ended."""
    result = subprocess.run([FRONTDESK, "lsp"], input=b"".join(pieces), capture_output=True, timeout=30)
    answers, rest = [], result.stdout
    while rest:
        header, rest = rest.split(b"\r\n\r\n", 1)
        length = int(header.split(b":")[1])
        answers.append(json.loads(rest[:length]))
        rest = rest[length:]
    assert result.stderr == b""
    return answers, result.returncode


INITIALIZE = framed({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}})
SHUTDOWN = framed({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})
EXIT = framed({"jsonrpc": "2.0", "method": "exit"})


@pytest.mark.parametrize(
    "pieces, codes, exit_code",
    [
        ([INITIALIZE, SHUTDOWN, EXIT], [None, None], 0),
        ([INITIALIZE, EXIT], [None], 1),
        ([INITIALIZE], [None], 1),
        ([], [], 1),
        ([INITIALIZE, SHUTDOWN], [None, None], 0),
        ([SHUTDOWN, INITIALIZE, SHUTDOWN, EXIT], [-32002, None, None], 0),
        ([INITIALIZE, SHUTDOWN, SHUTDOWN, EXIT], [None, None, -32600], 0),
        ([INITIALIZE, INITIALIZE, SHUTDOWN, EXIT], [None, -32600, None], 0),
        ([b"Content-Type: x\r\n\r\n{}", INITIALIZE, SHUTDOWN, EXIT], [-32700, None, None], 0),
        ([b"Content-Length: many\r\n\r\n", INITIALIZE, SHUTDOWN, EXIT], [-32700, None, None], 0),
        ([framed(b"{not json"), INITIALIZE, SHUTDOWN, EXIT], [-32700, None, None], 0),
        ([INITIALIZE, framed({"jsonrpc": "2.0", "id": 5}), SHUTDOWN, EXIT], [None, -32600, None], 0),
        ([INITIALIZE, framed({"jsonrpc": "2.0", "method": "$/unknown"}), SHUTDOWN, EXIT], [None, None], 0),
        ([INITIALIZE, framed([1, 2]), SHUTDOWN, EXIT], [None, None], 0),
        ([INITIALIZE, framed({"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": None}), SHUTDOWN, EXIT], [None, None, None], 0),
    ],
)
def test_bad_bytes_and_bad_manners(pieces, codes, exit_code):
    answers, code = raw(*pieces)
    assert [a.get("error", {}).get("code") for a in answers] == codes
    assert code == exit_code


def test_a_client_that_goes_away_while_it_is_answered():
    process = subprocess.Popen([FRONTDESK, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.close()
    process.stdin.write(INITIALIZE)
    process.stdin.close()
    assert process.wait(timeout=30) == 1
