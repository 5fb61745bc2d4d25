package stream

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// question is one call on an encoding, and what Node answered.
type question struct {
	Op     string   `json:"op"`
	Enc    string   `json:"enc"`
	Text   string   `json:"text"`
	Parts  []string `json:"parts"` // in hex
	Answer string   `json:"answer"`
}

var encodings = []string{UTF8, UTF16LE, Latin1, ASCII, Base64, Base64URL, Hex}

func (q question) ask() string {
	parts := make([][]byte, len(q.Parts))
	for i, p := range q.Parts {
		parts[i], _ = hex.DecodeString(p)
	}
	d := NewStringDecoder(q.Enc)
	var out []string
	switch q.Op {
	case "encode":
		return hex.EncodeToString(Encode(q.Text, q.Enc))
	case "decode":
		return Decode(parts[0], q.Enc)
	case "decoder":
		for _, p := range parts {
			out = append(out, d.Write(p), fmt.Sprint(d.LastNeed()), fmt.Sprint(d.LastTotal()))
		}
		return strings.Join(append(out, d.End()), "|")
	}
	for _, p := range parts {
		out = append(out, d.Write(p))
	}
	return strings.Join(append(out, d.End()), "")
}

// askNode answers the questions with the installed Node.
func askNode(t *testing.T, qs []question) []byte {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: there is nothing to compare with")
	}
	in, err := json.Marshal(qs)
	require.NoError(t, err)
	cmd := exec.Command(node, "testdata/encodings.js")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	return out
}

// randomBytes is rich in beginnings of characters that do not go on, and in surrogates.
func randomBytes(r *rand.Rand) []byte {
	pieces := []string{"a", "é", "€", "😀", "\xC0", "\xC2", "\xE0", "\xE0\xA0", "\xE0\x80", "\xED\xA0", "\xF0", "\xF0\x90",
		"\xF0\x9F\x98", "\xF4\x90", "\xF5", "\xF8", "\xFF", "\x80", "\xBF", "\x3D\xD8", "\x00\xDE", "\x00", "\xDA", "\xDD", "bc"}
	var b []byte
	for range r.IntN(12) {
		if r.IntN(4) == 0 {
			b = append(b, byte(r.IntN(256)))
			continue
		}
		b = append(b, pieces[r.IntN(len(pieces))]...)
	}
	return b
}

func randomText(r *rand.Rand) string {
	pieces := []string{"YWJj", "-_+/", "=", "==", " ", "\n", "Q", "Zg", "*", "00", "fF", "g", "a", "é", "İ", "ř", "€", "😀", "\u013d"}
	var sb strings.Builder
	for range r.IntN(12) {
		sb.WriteString(pieces[r.IntN(len(pieces))])
	}
	return sb.String()
}

func randomParts(r *rand.Rand, b []byte) []string {
	parts := []string{}
	for len(b) > 0 {
		n := min(r.IntN(5), len(b))
		parts = append(parts, hex.EncodeToString(b[:n]))
		b = b[n:]
	}
	return parts
}

func randomQuestions(r *rand.Rand, rounds int) (qs []question) {
	for range rounds {
		for _, enc := range encodings {
			b := randomBytes(r)
			qs = append(qs,
				question{Op: "encode", Enc: enc, Text: randomText(r)},
				question{Op: "decode", Enc: enc, Parts: []string{hex.EncodeToString(b)}},
				question{Op: "joined", Enc: enc, Parts: randomParts(r, b)})
			if enc != UTF16LE {
				qs = append(qs, question{Op: "decoder", Enc: enc, Parts: randomParts(r, b)})
			}
		}
	}
	return qs
}

const vectors = "testdata/encodings.golden.json"

func TestEncodingsAnswerAsNodeDid(t *testing.T) {
	if os.Getenv("NODENET_GOLDEN") == "record" {
		qs := randomQuestions(rand.New(rand.NewPCG(20, 2)), 40)
		require.NoError(t, os.WriteFile(vectors, askNode(t, qs), 0o644))
	}
	golden, err := os.ReadFile(vectors)
	require.NoError(t, err)
	checkAnswers(t, golden)
}

func TestEncodingsAnswerAsNodeDoes(t *testing.T) {
	seed := rand.Uint64()
	t.Log("seed", seed)
	checkAnswers(t, askNode(t, randomQuestions(rand.New(rand.NewPCG(seed, 1)), 400)))
}

func checkAnswers(t *testing.T, answered []byte) {
	t.Helper()
	var qs []question
	require.NoError(t, json.Unmarshal(answered, &qs))
	require.NotEmpty(t, qs)
	wrong := 0
	for _, q := range qs {
		if got := q.ask(); got != q.Answer && wrong < 10 {
			wrong++
			t.Errorf("%s %s %q %v\n got %q\nnode %q", q.Op, q.Enc, q.Text, q.Parts, got, q.Answer)
		}
	}
}

func TestEncodingNames(t *testing.T) {
	for name, want := range map[string]string{
		"utf8": UTF8, "UTF8": UTF8, "uTf-8": UTF8, "ucs2": UTF16LE, "UCS-2": UTF16LE, "utf-16LE": UTF16LE, "UTF16LE": UTF16LE,
		"binary": Latin1, "BINARY": Latin1, "LATIN1": Latin1, "Hex": Hex, "BASE64": Base64, "Base64URL": Base64URL, "ASCII": ASCII,
	} {
		got, ok := NormalizeEncoding(name)
		assert.True(t, ok, name)
		assert.Equal(t, want, got, name)
		assert.True(t, IsEncoding(name), name)
	}
	for _, name := range []string{"buffer", " utf8", "utf_8", "latin-1", "utf16", "unicode", "us-ascii", "base64url2", "HEXX"} {
		assert.False(t, IsEncoding(name), name)
		requireCode(t, "ERR_UNKNOWN_ENCODING", "Unknown encoding: "+name, func() { Encode("", name) })
		requireCode(t, "ERR_UNKNOWN_ENCODING", "Unknown encoding: "+name, func() { Decode(nil, name) })
		requireCode(t, "ERR_UNKNOWN_ENCODING", "Unknown encoding: "+name, func() { NewStringDecoder(name) })
	}
	assert.False(t, IsEncoding(""))
	assert.Equal(t, []byte("é"), Encode("é", ""), "no encoding means utf8")
}

// requireCode runs fn and expects it to panic with a coded error.
func requireCode(t *testing.T, code, message string, fn func()) {
	t.Helper()
	defer func() {
		t.Helper()
		e, ok := recover().(*Error)
		require.True(t, ok, "no panic with an *Error")
		assert.Equal(t, code, e.Code)
		assert.Equal(t, message, e.Message)
		assert.Equal(t, "TypeError", e.Name)
	}()
	fn()
}

// A Go string may hold what no JavaScript string can.
func TestEncodeStringThatIsNoUTF8(t *testing.T) {
	s := "a\xFFb"
	assert.Equal(t, []byte(s), Encode(s, UTF8), "utf8 hands the bytes on")
	assert.Equal(t, []byte("a\xFDb"), Encode(s, Latin1), "elsewhere the byte is U+FFFD")
	assert.Equal(t, []byte("a\x00\xFD\xFFb\x00"), Encode(s, UTF16LE))
}

func TestDecodeLoneSurrogates(t *testing.T) {
	assert.Equal(t, "\uFFFDa", Decode([]byte{0x3D, 0xD8, 'a', 0}, UTF16LE))
	assert.Equal(t, "\uFFFD\uFFFD", Decode([]byte{0x00, 0xDE, 0x3D, 0xD8, 7}, UTF16LE))
	assert.Equal(t, "😀", Decode([]byte{0x3D, 0xD8, 0x00, 0xDE}, UTF16LE))
}

func FuzzEncode(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		f.Add(randomText(r))
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, enc := range encodings {
			b := Encode(s, enc)
			if text := Decode(b, enc); !utf8.ValidString(text) {
				t.Fatalf("%s: %q is no UTF-8", enc, text)
			}
			if enc == UTF16LE && Decode(b, enc) != strings.ToValidUTF8(s, "\uFFFD") && utf8.ValidString(s) {
				t.Fatalf("utf16le does not bring %q back", s)
			}
		}
	})
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		f.Add(randomBytes(r))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, enc := range encodings {
			text := Decode(b, enc)
			if !utf8.ValidString(text) {
				t.Fatalf("%s: %q is no UTF-8", enc, text)
			}
			switch enc {
			case Latin1, Base64, Base64URL, Hex: // these lose nothing
				if back := Encode(text, enc); !bytes.Equal(back, b) {
					t.Fatalf("%s: %x came back as %x", enc, b, back)
				}
			}
		}
	})
}
