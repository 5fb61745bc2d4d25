package stream

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// For up to 2^(n-1) ways to cut the input, the joined text is the text of the whole.
func TestDecoderEverySplit(t *testing.T) {
	inputs := []string{
		"aé€😀", "\xE2\x82", "\xF0\x9F\x98", "\xE0\x80\x80a", "\xC3\xC3\xA9", "\xF4\x90\x80\x80", "\x80\x80\xE2a",
		"\x3D\xD8\x00\xDE", "\x3D\xD8\x3D\xD8\x00\xDE", "a\x00\x3D\xD8a\x00", "\x3D\xD8\x00\xDEx", "\x3D\xD8\x3D\xD8\x3D",
		"\x3D\xD8\x3D\xD8\x3D\xD8\x3D\xD8", "\x00\xDE\x3D\xD8\x00\x00",
	}
	for _, in := range inputs {
		b := []byte(in)
		for _, enc := range encodings {
			want := Decode(b, enc)
			for cuts := range 1 << (len(b) - 1) {
				if got := decodeCut(b, enc, uint64(cuts)); got != want {
					t.Fatalf("%s: %x cut at %b: got %q, want %q", enc, b, cuts, got, want)
				}
			}
		}
	}
}

// decodeCut cuts b after byte i where bit i of cuts (modulo 64) is set.
func decodeCut(b []byte, enc string, cuts uint64) string {
	d := NewStringDecoder(enc)
	var sb strings.Builder
	from := 0
	for i := range b {
		if cuts>>(i%64)&1 == 1 {
			sb.WriteString(d.Write(b[from : i+1]))
			from = i + 1
		}
	}
	sb.WriteString(d.End(b[from:]))
	return sb.String()
}

func FuzzStringDecoder(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 3))
	for range 40 {
		f.Add(randomBytes(r), r.Uint64())
	}
	f.Fuzz(func(t *testing.T, b []byte, cuts uint64) {
		for _, enc := range encodings {
			got := decodeCut(b, enc, cuts)
			if want := Decode(b, enc); got != want {
				t.Fatalf("%s: %x cut at %b: got %q, want %q", enc, b, cuts, got, want)
			}
			if !utf8.ValidString(got) {
				t.Fatalf("%s: %q is no UTF-8", enc, got)
			}
		}
	})
}

func TestDecoderIsReusableAfterEnd(t *testing.T) {
	for _, enc := range encodings {
		d := NewStringDecoder(enc)
		d.Write([]byte{0xE2})
		d.End()
		assert.Zero(t, d.LastTotal(), enc)
		assert.Empty(t, d.End(), enc)
		assert.Equal(t, Decode([]byte("abcdef"), enc), d.Write([]byte("abcdef")), enc)
	}
}

func TestDecoderTellsWhatItWaitsFor(t *testing.T) {
	d := NewStringDecoder()
	assert.Equal(t, UTF8, d.Encoding())
	assert.Empty(t, d.Write([]byte{0xF0, 0x9F}))
	assert.Equal(t, 2, d.LastNeed())
	assert.Equal(t, 4, d.LastTotal())
	assert.Equal(t, []byte{0xF0, 0x9F}, d.LastChar())
	assert.Equal(t, "😀", d.Write([]byte{0x98, 0x80}))
	assert.Zero(t, d.LastNeed())

	var zero StringDecoder
	assert.Equal(t, UTF8, zero.Encoding())
	assert.Equal(t, "é", zero.Write([]byte{0xC3})+zero.Write([]byte{0xA9}))
}

func TestDecoderDoesNotKeepTheChunk(t *testing.T) {
	d := NewStringDecoder(UTF8)
	chunk := []byte("a\xE2\x82")
	d.Write(chunk)
	clear(chunk)
	assert.Equal(t, "€", d.Write([]byte{0xAC}))
}

func TestDecoderAllocations(t *testing.T) {
	text := []byte(strings.Repeat("sphinx €", 100))
	d := NewStringDecoder(UTF8)
	var sink string
	assert.LessOrEqual(t, testing.AllocsPerRun(100, func() { sink = d.Write(text) }), 1.0, "the string")
	assert.LessOrEqual(t, testing.AllocsPerRun(100, func() {
		sink = d.Write(text[:len(text)-1])
		sink = d.Write(text[len(text)-1:])
	}), 2.0, "a string each, across a cut character")
	_ = sink
}

func BenchmarkStringDecoder(b *testing.B) {
	text := []byte(strings.Repeat("the quick brown fox – jumps over the lazy dog €. ", 1311))
	for _, enc := range encodings {
		b.Run(enc, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			d := NewStringDecoder(enc)
			for range b.N {
				d.Write(text)
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	raw := []byte(strings.Repeat("the quick brown fox jumps over the lazy dog. ", 1311))
	for _, enc := range encodings {
		text := Decode(raw, enc)
		b.Run(enc, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for range b.N {
				Encode(text, enc)
			}
		})
	}
}
