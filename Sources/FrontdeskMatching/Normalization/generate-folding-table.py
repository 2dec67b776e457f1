#!/usr/bin/env python3
"""Writes FoldingTable.swift and WordRanges.swift: how non-ASCII characters fold, and which ones make words.

Run it in this folder: ./generate-folding-table.py
Folding is compatibility decomposition, case folding and the removal of combining marks, limited to the scripts
below; other scripts are kept as they are written.
"""
import sys
import unicodedata as u

RANGES = [
    (0x0080, 0x024F),  # Latin
    (0x0250, 0x02FF),  # phonetic letters, modifiers
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x0660, 0x0669), (0x06F0, 0x06F9),  # Arabic digits
    (0x1C80, 0x1C8F),  # Cyrillic variants
    (0x1D00, 0x1DBF),  # phonetic extensions
    (0x1E00, 0x1FFF),  # Latin additional, Greek extended
    (0x2000, 0x206F),  # punctuation and spaces
    (0x2070, 0x209F), (0x2100, 0x218F),  # superscripts, letter-like, number forms
    (0x2212, 0x2215),  # minus, division slash
    (0x2460, 0x24FF),  # enclosed letters and numbers
    (0x2C60, 0x2C7F), (0xA640, 0xA69F), (0xA720, 0xA7FF),  # Latin, Cyrillic extended
    (0x3000, 0x3002), (0xFB00, 0xFB06), (0xFF00, 0xFFEF),  # ideographic space, ligatures, full width
    (0x1D400, 0x1D6A3), (0x1D7CE, 0x1D7FF),  # mathematical letters and digits
]
EXTRA = {
    "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'", "ʼ": "'", "ʹ": "'", "＇": "'", "‹": "'", "›": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "⁃": "-", "⁄": "/", "∕": "/",
    "\u0085": " ", "\u2028": " ", "\u2029": " ", "\u3001": ",", "\u3002": ".",
}
# Marks that only decorate a letter; vowel signs of the Indic scripts are part of the word and stay.
DROPPED = [
    (0x0080, 0x0084), (0x0086, 0x009F), (0x00AD, 0x00AD), (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD),
    (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x180E, 0x180E), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0x20D0, 0x20FF), (0x2120, 0x2120), (0x2122, 0x2122), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0x1F3FB, 0x1F3FF), (0xE0000, 0xE0FFF),
]


def dropped(c):
    return any(a <= c <= b for a, b in DROPPED)


def fold(text):
    text = "".join(EXTRA.get(x, str(u.decimal(x, x))) for x in text)
    for _ in range(3):
        text = u.normalize("NFKD", u.normalize("NFKD", text).casefold())
        text = "".join(EXTRA.get(x, x) for x in text if not dropped(ord(x)))
    return text


def folding():
    groups = {}
    for a, b in RANGES:
        for c in range(a, b + 1):
            x = chr(c)
            if dropped(c) or (u.category(x) == "Cn" and x not in EXTRA):
                continue
            if u.category(x) == "Zs":
                target = " "
            else:
                target = fold(x)
            # A spacing accent decomposes to a space and a mark: it stands for nothing.
            if target.startswith(" ") and len(target) > 1:
                target = target.strip() or " "
            if target != x and not (target.startswith("(") and len(target) > 1) and len(target.encode()) <= 15:
                groups.setdefault(target, []).append(c)
    return groups


def escape(c):
    x = chr(c)
    if x in "\\\"":
        return "\\" + x
    if u.category(x)[0] in "LNPS" and u.bidirectional(x) in ("L", "EN", "AN", "ON", "ET", "ES", "CS"):
        return x
    return "\\u{%X}" % c


def write_folding(out):
    out.write(HEADER)
    out.write("enum FoldingTable {\n")
    out.write("    /// Lines of a target, a tab and the characters that fold to it.\n")
    out.write('    static let groups = """\n')
    for target, sources in sorted(folding().items()):
        text = "".join("\\u{%X}" % ord(x) if x == " " else escape(ord(x)) for x in target)
        chunk = [escape(c) for c in sources]
        line, lines = "", []
        for piece in chunk:
            if len(line) + len(piece) > 84:
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
        for line in lines:
            out.write("        %s\\t%s\n" % (text, line))
    out.write('        """\n\n')
    out.write("    /// Marks, invisible and control characters that are dropped: first and last of each range.\n")
    write_ranges(out, "dropped", DROPPED)
    out.write("}\n")


def write_ranges(out, name, ranges):
    out.write("    static let %s: [UInt32] = [\n" % name)
    line = "       "
    for a, b in ranges:
        piece = " 0x%X, 0x%X," % (a, b)
        if len(line) + len(piece) > 108:
            out.write(line + "\n")
            line = "       "
        line += piece
    out.write(line + "\n    ]\n")


def ranges_of(test, limit, bridge):
    found = []
    for c in range(0x80, limit):
        if 0xD800 <= c <= 0xDFFF or not test(chr(c)):
            continue
        if found and all(bridge(chr(k)) for k in range(found[-1][1] + 1, c)):
            found[-1][1] = c
        else:
            found.append([c, c])
    return found


def write_words(out):
    unassigned = lambda x: u.category(x) == "Cn"
    words = ranges_of(lambda x: u.category(x)[0] in "LMN", 0x3FFFF, unassigned)
    signs = [r for r in ranges_of(lambda x: u.category(x) == "So", 0x1FBFF, unassigned) if r[0] >= 0x2190]
    out.write(HEADER)
    out.write("enum WordRanges {\n")
    out.write("    /// Letters, digits and marks beyond ASCII, ascending: first and last of each range.\n")
    write_ranges(out, "words", words)
    out.write("\n    /// Emoji and other pictures, ascending: first and last of each range.\n")
    write_ranges(out, "pictures", signs)
    out.write("}\n")


HEADER = "// Generated by generate-folding-table.py from Unicode %s; do not edit.\n\n" % u.unidata_version

if __name__ == "__main__":
    for name, write in (("FoldingTable.swift", write_folding), ("WordRanges.swift", write_words)):
        with open(name, "w", encoding="utf-8") as out:
            write(out)
        sys.stderr.write("wrote %s\n" % name)
