package stream

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The names that Encode, Decode, SetEncoding and StringDecoder know, spelled as Node normalises them.
// Other spellings that Node accepts ("UTF-8", "ucs2", "binary", any case) mean one of these.
const (
	UTF8      = "utf8"
	UTF16LE   = "utf16le"
	Latin1    = "latin1"
	ASCII     = "ascii"
	Base64    = "base64"
	Base64URL = "base64url"
	Hex       = "hex"
)

// NormalizeEncoding returns the canonical name of an encoding and whether there is such an encoding.
// Upper and lower case are the same, and "" is utf8, as wherever Node takes an optional encoding.
// From any goroutine; allocates nothing.
func NormalizeEncoding(name string) (string, bool) {
	switch name {
	case "", UTF8, "utf-8":
		return UTF8, true
	case UTF16LE, "utf-16le", "ucs2", "ucs-2":
		return UTF16LE, true
	case Latin1, "binary":
		return Latin1, true
	case ASCII, Base64, Base64URL, Hex:
		return name, true
	}
	var lower [len("base64url")]byte
	if len(name) > len(lower) {
		return "", false
	}
	changed := false
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
			changed = true
		}
		lower[i] = c
	}
	if !changed {
		return "", false
	}
	switch string(lower[:len(name)]) {
	case "utf8", "utf-8":
		return UTF8, true
	case "utf16le", "utf-16le", "ucs2", "ucs-2":
		return UTF16LE, true
	case "latin1", "binary":
		return Latin1, true
	case "ascii":
		return ASCII, true
	case "base64":
		return Base64, true
	case "base64url":
		return Base64URL, true
	case "hex":
		return Hex, true
	}
	return "", false
}

// IsEncoding tells whether name is an encoding, as Buffer.isEncoding does: "" is not one.
// From any goroutine.
func IsEncoding(name string) bool {
	_, ok := NormalizeEncoding(name)
	return ok && name != ""
}

func mustEncoding(name string) string {
	enc, ok := NormalizeEncoding(name)
	if !ok {
		panic(errUnknownEncoding(name))
	}
	return enc
}

// Encode turns a string into bytes as Buffer.from(s, enc) does.
//
//   - utf8: the bytes of s as they are. A Go string may hold bytes that are no UTF-8; they pass untouched.
//   - utf16le: two bytes a UTF-16 unit, little endian.
//   - latin1, ascii: the low byte of every UTF-16 unit.
//   - base64, base64url: both alphabets, with or without padding; characters outside are skipped, "=" ends the text.
//   - hex: pairs of digits; stops in front of the first pair that is none, and drops an odd digit.
//
// Except for utf8, s counts as the UTF-16 text that JavaScript would see, a byte that is no UTF-8 as U+FFFD.
// An unknown enc panics with ERR_UNKNOWN_ENCODING. From any goroutine; the result is the caller's.
func Encode(s, enc string) []byte {
	switch mustEncoding(enc) {
	case UTF16LE:
		return encodeUTF16(s)
	case Latin1, ASCII:
		if isASCII(s) {
			return []byte(s)
		}
		return lowBytes(s)
	case Base64, Base64URL:
		return decodeBase64(lowBytesOf(s))
	case Hex:
		return decodeHex(lowBytesOf(s))
	}
	return []byte(s)
}

// Decode turns bytes into a string as buf.toString(enc) does.
//
//   - utf8: every maximal run of bytes that starts a character but does not complete one becomes a single U+FFFD,
//     every other stray byte its own (the WHATWG rule that Node follows).
//   - utf16le: an odd last byte is dropped. A lone surrogate becomes U+FFFD: JavaScript keeps it, a Go string cannot.
//   - latin1: each byte is the character of that number. ascii: the same without the high bit.
//   - base64 with padding, base64url without, hex in lower case.
//
// An unknown enc panics with ERR_UNKNOWN_ENCODING. From any goroutine.
func Decode(b []byte, enc string) string {
	return decodeAs(b, mustEncoding(enc))
}

// decodeAs is Decode for a name that is already canonical.
func decodeAs(b []byte, enc string) string {
	switch enc {
	case UTF16LE:
		return decodeUTF16(b)
	case Latin1:
		return decodeLatin1(b)
	case ASCII:
		return decodeASCII(b)
	case Base64:
		return base64.StdEncoding.EncodeToString(b)
	case Base64URL:
		return base64.RawURLEncoding.EncodeToString(b)
	case Hex:
		return hex.EncodeToString(b)
	}
	return decodeUTF8(b)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lowBytes returns the low byte of every UTF-16 unit of s.
func lowBytes(s string) []byte {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if r > 0xFFFF {
			hi, lo := utf16.EncodeRune(r)
			out = append(out, byte(hi), byte(lo))
			continue
		}
		out = append(out, byte(r))
	}
	return out
}

// lowBytesOf is lowBytes without the copy where s is plain ASCII, as text in hex and base64 nearly always is.
func lowBytesOf(s string) string {
	if isASCII(s) {
		return s
	}
	return string(lowBytes(s))
}

func encodeUTF16(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for _, r := range s {
		if r > 0xFFFF {
			hi, lo := utf16.EncodeRune(r)
			out = append(out, byte(hi), byte(hi>>8), byte(lo), byte(lo>>8))
			continue
		}
		out = append(out, byte(r), byte(r>>8))
	}
	return out
}

func decodeUTF16(b []byte) string {
	var sb strings.Builder
	sb.Grow(len(b) / 2)
	for i := 0; i+1 < len(b); i += 2 {
		r := rune(b[i]) | rune(b[i+1])<<8
		if utf16.IsSurrogate(r) {
			var low rune
			if i+3 < len(b) {
				low = rune(b[i+2]) | rune(b[i+3])<<8
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 2
			}
		}
		sb.WriteRune(r)
	}
	return sb.String()
}

func decodeLatin1(b []byte) string {
	high := 0
	for _, c := range b {
		high += int(c >> 7)
	}
	if high == 0 {
		return string(b)
	}
	var sb strings.Builder
	sb.Grow(len(b) + high)
	for _, c := range b {
		sb.WriteRune(rune(c))
	}
	return sb.String()
}

func decodeASCII(b []byte) string {
	var sb strings.Builder
	sb.Grow(len(b))
	for _, c := range b {
		sb.WriteByte(c & 0x7F)
	}
	return sb.String()
}

func decodeHex(s string) []byte {
	out := make([]byte, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		hi, lo := hexDigits[s[i]], hexDigits[s[i+1]]
		if hi|lo < 0 {
			break
		}
		out = append(out, byte(hi)<<4|byte(lo))
	}
	return out
}

// decodeBase64 reads six bits from every character of either alphabet and skips the others.
// Bits that do not fill a byte at the end are dropped.
func decodeBase64(s string) []byte {
	out := make([]byte, 0, len(s)/4*3+2)
	var acc uint32
	bits := 0
	for i := range len(s) {
		if s[i] == '=' {
			break
		}
		d := base64Digits[s[i]]
		if d < 0 {
			continue
		}
		acc = acc<<6 | uint32(d)
		if bits += 6; bits >= 8 {
			bits -= 8
			out = append(out, byte(acc>>bits))
		}
	}
	return out
}

// The value of each digit by its character, -1 for characters that are none.
var hexDigits, base64Digits = digitTables()

func digitTables() (hexs, b64s [256]int8) {
	for i := range hexs {
		hexs[i], b64s[i] = -1, -1
	}
	for i := range 16 {
		hexs["0123456789abcdef"[i]] = int8(i)
		hexs["0123456789ABCDEF"[i]] = int8(i)
	}
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	for i := range len(alphabet) {
		b64s[alphabet[i]] = int8(i)
	}
	b64s['-'], b64s['_'] = b64s['+'], b64s['/']
	return hexs, b64s
}
