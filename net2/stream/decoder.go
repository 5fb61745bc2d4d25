package stream

import (
	"strings"
	"unicode/utf8"
)

// StringDecoder turns a sequence of byte chunks into strings without cutting a character (utf8, utf16le) or a group
// (base64) that lies across two chunks: what is incomplete waits for the next Write. It mirrors Node's
// string_decoder.StringDecoder. Not safe for concurrent use; it needs no loop. The zero value decodes utf8.
type StringDecoder struct {
	enc     string
	held    [4]byte // the incomplete character
	have    uint8   // bytes in held
	missing uint8   // bytes that held lacks
}

// NewStringDecoder returns a decoder for the named encoding; none means utf8.
// It panics with ERR_UNKNOWN_ENCODING when there is no such encoding.
func NewStringDecoder(encoding ...string) *StringDecoder {
	d := &StringDecoder{enc: UTF8}
	if len(encoding) > 0 {
		d.enc = mustEncoding(encoding[0])
	}
	return d
}

// Encoding returns the canonical name of the encoding (decoder.encoding).
func (d *StringDecoder) Encoding() string {
	if d.enc == "" {
		return UTF8
	}
	return d.enc
}

// LastNeed returns how many bytes the waiting character lacks (decoder.lastNeed).
func (d *StringDecoder) LastNeed() int { return int(d.missing) }

// LastTotal returns how long the waiting character will be in bytes, 0 when none waits (decoder.lastTotal).
func (d *StringDecoder) LastTotal() int { return int(d.have + d.missing) }

// LastChar returns a copy of the bytes that wait. Node's lastChar is its whole scratch space of four bytes, which
// shows the remains of earlier characters too.
func (d *StringDecoder) LastChar() []byte { return append([]byte(nil), d.held[:d.have]...) }

// Write returns the characters that b completes and keeps back an incomplete one at its end.
// It does not keep b. One allocation, the string; two in hex and base64.
//
// In utf16le a surrogate waits for its partner however the bytes were cut. Node hands out the first half alone when
// an odd byte follows it, and lets the caller join the halves; Go strings have no halves.
func (d *StringDecoder) Write(b []byte) string {
	switch d.enc {
	case Hex, Latin1, ASCII:
		return decodeAs(b, d.enc)
	}
	var room [6]byte
	head := room[:0]
	if d.missing > 0 {
		head, b = d.complete(head, b)
	}
	body := b[:len(b)-d.hold(b)]
	switch {
	case len(head) == 0:
		return decodeAs(body, d.enc)
	case len(body) == 0:
		return decodeAs(head, d.enc)
	case d.Encoding() == UTF8 && utf8.Valid(head) && utf8.Valid(body):
		var sb strings.Builder
		sb.Grow(len(head) + len(body))
		sb.Write(head)
		sb.Write(body)
		return sb.String()
	}
	return decodeAs(head, d.enc) + decodeAs(body, d.enc)
}

// End returns what is left, an incomplete character as U+FFFD (an odd byte of utf16le is dropped), after writing b
// if there is one. The decoder is then as new.
func (d *StringDecoder) End(b ...[]byte) string {
	out := ""
	for _, chunk := range b {
		out += d.Write(chunk)
	}
	if d.have > 0 {
		out += decodeAs(d.held[:d.have], d.enc)
	}
	d.have, d.missing = 0, 0
	return out
}

// complete feeds the waiting character from the front of b. It appends to head the bytes that are text now, and
// returns head and the rest of b. When the character still lacks bytes the rest is empty.
func (d *StringDecoder) complete(head, b []byte) ([]byte, []byte) {
	if d.enc == UTF16LE {
		return d.completeUTF16(head, b)
	}
	if d.enc != Base64 && d.enc != Base64URL {
		for i := 0; i < len(b) && i < int(d.missing); i++ {
			if b[i]&0xC0 != 0x80 { // cut short: this byte starts the next character
				d.missing = uint8(i)
			}
		}
	}
	b = d.fill(b)
	if d.missing > 0 {
		return head, b
	}
	head = append(head, d.held[:d.have]...)
	d.have = 0
	return head, b
}

// fill moves what is missing from b to held and returns the rest of b.
func (d *StringDecoder) fill(b []byte) []byte {
	n := min(int(d.missing), len(b))
	copy(d.held[d.have:], b[:n])
	d.have += uint8(n)
	d.missing -= uint8(n)
	return b[n:]
}

// completeUTF16 is complete for two-byte units: held is an odd byte, a high surrogate, or one followed by an odd byte.
func (d *StringDecoder) completeUTF16(head, b []byte) ([]byte, []byte) {
	for len(b) > 0 {
		if d.have == 2 && len(b) >= 2 && !isLowSurrogate(b[1]) {
			break // the partner did not come
		}
		if b = d.fill(b); d.missing > 0 {
			return head, b
		}
		if last := d.held[d.have-1]; !isHighSurrogate(last) {
			break
		}
		if d.have == 4 { // a high surrogate after another: the first stays alone
			head = append(head, d.held[:2]...)
			copy(d.held[:2], d.held[2:])
		}
		d.have, d.missing = 2, 2
	}
	if d.missing > 0 && len(b) == 0 {
		return head, b
	}
	head = append(head, d.held[:d.have]...)
	d.have, d.missing = 0, 0
	return head, b
}

// hold keeps back the incomplete character at the end of b and returns its length.
func (d *StringDecoder) hold(b []byte) int {
	have, need := 0, 0
	switch d.enc {
	case UTF16LE:
		have, need = tailUTF16(b)
	case Base64, Base64URL:
		have, need = len(b)%3, 3
	default:
		have, need = tailUTF8(b)
	}
	if have > 0 {
		d.have, d.missing = uint8(copy(d.held[:], b[len(b)-have:])), uint8(need-have)
	}
	return have
}

// tailUTF8 looks for a character at the end of b that lacks bytes by the promise of its first byte: have bytes of
// need are there. Like Node it does not ask whether those bytes can become a valid character.
func tailUTF8(b []byte) (have, need int) {
	for have = 1; have <= 3 && have <= len(b); have++ {
		switch c := b[len(b)-have]; {
		case c&0xC0 == 0x80:
			continue
		case c&0xE0 == 0xC0:
			need = 2
		case c&0xF0 == 0xE0:
			need = 3
		case c&0xF8 == 0xF0:
			need = 4
		}
		if have < need {
			return have, need
		}
		return 0, 0
	}
	return 0, 0
}

// tailUTF16 is tailUTF8 for units of two bytes: an odd byte, a high surrogate, or one followed by an odd byte.
func tailUTF16(b []byte) (have, need int) {
	have = len(b) % 2
	if whole := len(b) - have; whole >= 2 && isHighSurrogate(b[whole-1]) {
		return have + 2, 4
	}
	return have, 2
}

// The upper byte of a unit tells a surrogate.
func isHighSurrogate(upper byte) bool { return upper&0xFC == 0xD8 }
func isLowSurrogate(upper byte) bool  { return upper&0xFC == 0xDC }
