#include "CMeasure.h"
#include <stdlib.h>

struct edge {
    uint64_t key;
    int32_t node;
};

struct cmeasure_trie {
    size_t mask;
    int32_t nodes;
    struct edge *edges;
    int32_t *values;
};

cmeasure_trie *cmeasure_trie_new(size_t words) {
    size_t size = 1024;
    while (size < words * 2) size *= 2;
    cmeasure_trie *trie = malloc(sizeof *trie);
    trie->mask = size - 1;
    trie->nodes = 1;
    trie->edges = calloc(size, sizeof *trie->edges);
    trie->values = malloc(size * sizeof *trie->values);
    for (size_t index = 0; index < size; index++) trie->values[index] = -1;
    return trie;
}

void cmeasure_trie_free(cmeasure_trie *trie) {
    free(trie->edges);
    free(trie->values);
    free(trie);
}

static inline int is_word(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/// Cuts the next word; its hash (FNV-1a), or 0 at the end.
static inline uint64_t next_word(const char **text, const char *end) {
    const char *place = *text;
    uint64_t hash = 0xcbf29ce484222325u;
    int letters = 0;
    for (; place < end; place++) {
        unsigned char byte = (unsigned char)*place;
        if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
        if (!is_word(byte)) {
            if (letters) break;
            continue;
        }
        hash = (hash ^ byte) * 0x100000001b3u;
        letters++;
    }
    *text = place;
    return letters ? (hash ? hash : 1) : 0;
}

/// The slot of a step, which is empty (its key is 0) when there is none.
static inline size_t slot_of(const cmeasure_trie *trie, int32_t node, uint64_t word, uint64_t *key) {
    *key = (word + (uint64_t)node) * 0x9e3779b97f4a7c15u;
    *key ^= *key >> 29;
    if (!*key) *key = 1;
    size_t slot = *key & trie->mask;
    while (trie->edges[slot].key && trie->edges[slot].key != *key) slot = (slot + 1) & trie->mask;
    return slot;
}

int cmeasure_trie_add(cmeasure_trie *trie, const char *text, size_t length, int32_t value) {
    const char *end = text + length;
    int32_t node = 0;
    for (uint64_t word; (word = next_word(&text, end));) {
        uint64_t key;
        size_t slot = slot_of(trie, node, word, &key);
        if (!trie->edges[slot].key) {
            if ((size_t)trie->nodes * 4 > trie->mask * 3) return 0;
            trie->edges[slot].key = key;
            trie->edges[slot].node = trie->nodes++;
        }
        node = trie->edges[slot].node;
    }
    trie->values[node] = value;
    return 1;
}

int32_t cmeasure_trie_find(const cmeasure_trie *trie, const char *text, size_t length) {
    const char *end = text + length;
    int32_t node = 0;
    // All words are read, as a matcher has to, even when the walk has come to its end.
    for (uint64_t word; (word = next_word(&text, end));) {
        if (node < 0) continue;
        uint64_t key;
        size_t slot = slot_of(trie, node, word, &key);
        node = trie->edges[slot].key ? trie->edges[slot].node : -1;
    }
    return node < 0 ? -1 : trie->values[node];
}
