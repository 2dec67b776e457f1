#include "frontdesk_vectors.h"

// The table becomes part of the program's read-only data: it is there wherever the program is copied to, costs no
// time to load, and only the pages that are looked at take memory.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) static const unsigned char table[] = {
#embed "english.fdv"
};

const void *frontdesk_vectors_english(void) { return table; }
size_t frontdesk_vectors_english_size(void) { return sizeof table; }
