package stream

import (
	"strings"
	"unicode/utf8"
)

// decodeUTF8 makes a valid string of b, as TextDecoder and Node do. Go's own conversions do not fit: ranging over a
// string yields one U+FFFD for every bad byte, strings.ToValidUTF8 one for a whole bad run.
func decodeUTF8(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var sb strings.Builder
	sb.Grow(len(b) + len(b)/8 + 2)
	for len(b) > 0 {
		good := validPrefix(b)
		sb.Write(b[:good])
		if b = b[good:]; len(b) > 0 {
			sb.WriteRune(utf8.RuneError)
			b = b[maximalSubpart(b):]
		}
	}
	return sb.String()
}

// validPrefix returns how many bytes in front are whole, valid characters.
func validPrefix(b []byte) int {
	n := 0
	for n < len(b) {
		if b[n] < utf8.RuneSelf {
			n++
			continue
		}
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}

// maximalSubpart returns how many bytes one U+FFFD stands for, b starting with a bad sequence: the longest beginning
// of some character, at least one byte.
func maximalSubpart(b []byte) int {
	low, high, need := byte(0x80), byte(0xBF), 0
	switch c := b[0]; {
	case 0xC2 <= c && c <= 0xDF:
		need = 1
	case 0xE0 <= c && c <= 0xEF:
		need = 2
		if c == 0xE0 {
			low = 0xA0 // shorter forms exist
		} else if c == 0xED {
			high = 0x9F // surrogates
		}
	case 0xF0 <= c && c <= 0xF4:
		need = 3
		if c == 0xF0 {
			low = 0x90
		} else if c == 0xF4 {
			high = 0x8F // beyond U+10FFFF
		}
	}
	n := 1
	for n <= need && n < len(b) && low <= b[n] && b[n] <= high {
		low, high = 0x80, 0xBF
		n++
	}
	return n
}
