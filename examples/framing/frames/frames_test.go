package frames_test

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/nodenet/go/examples/framing/frames"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const limit = 8

var splits = map[string]func(limit int) bufio.SplitFunc{
	"lines":  frames.Lines,
	"length": frames.LengthPrefixed,
}

func collect(to []string, messages iter.Seq[[]byte]) []string {
	for message := range messages {
		to = append(to, string(message))
	}
	return to
}

// feed cuts the chunks, and the end after them.
func feed(split bufio.SplitFunc, chunks ...string) ([]string, error) {
	s := frames.New(split)
	var got []string
	for _, chunk := range chunks {
		got = collect(got, s.Feed([]byte(chunk)))
	}
	return collect(got, s.End()), s.Err()
}

func TestMessages(t *testing.T) {
	for _, test := range []struct {
		name, split string
		chunks      []string
		want        []string
		err         error
	}{
		{"joined lines", "lines", []string{"a\nb\nc\n"}, []string{"a", "b", "c"}, nil},
		{"a split line", "lines", []string{"ab", "c\nd", "e\n"}, []string{"abc", "de"}, nil},
		{"a split line break", "lines", []string{"a\r", "\nb\r\n"}, []string{"a", "b"}, nil},
		{"empty lines", "lines", []string{"\n\r\n\n"}, []string{"", "", ""}, nil},
		{"no last line break", "lines", []string{"a\nb"}, []string{"a", "b"}, nil},
		{"a line of the limit", "lines", []string{"12345678\n12345678\r", "\n"}, []string{"12345678", "12345678"}, nil},
		{"a line over the limit", "lines", []string{"a\n123456789\nb\n"}, []string{"a"}, frames.ErrTooLong},
		{"a line that never ends", "lines", []string{"123456789", "\nb\n"}, nil, frames.ErrTooLong},
		{"a carriage return that ends no line", "lines", []string{"12345678\r", "9\n"}, nil, frames.ErrTooLong},

		{"joined lengths", "length", []string{"\x00\x00\x00\x01a\x00\x00\x00\x00\x00\x00\x00\x02b\n"}, []string{"a", "", "b\n"}, nil},
		{"a split length", "length", []string{"\x00\x00", "\x00\x01", "a"}, []string{"a"}, nil},
		{"the limit itself", "length", []string{"\x00\x00\x00\x0812345678"}, []string{"12345678"}, nil},
		{"a length over the limit", "length", []string{"\x00\x00\x00\x09"}, nil, frames.ErrTooLong},
		{"the greatest length", "length", []string{"\xff\xff\xff\xff"}, nil, frames.ErrTooLong},
		{"an end within a length", "length", []string{"\x00\x00\x00"}, nil, io.ErrUnexpectedEOF},
		{"an end within a message", "length", []string{"\x00\x00\x00\x02a"}, nil, io.ErrUnexpectedEOF},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := feed(splits[test.split](limit), test.chunks...)
			require.Equal(t, test.want, got)
			require.ErrorIs(t, err, test.err)
		})
	}
}

func TestTooLongIsKnownBeforeTheEnd(t *testing.T) {
	s := frames.New(frames.Lines(limit))
	require.Empty(t, collect(nil, s.Feed([]byte("123456789"))))
	require.ErrorIs(t, s.Err(), frames.ErrTooLong)
}

func TestBreakLosesNothing(t *testing.T) {
	s := frames.New(frames.Lines(limit))
	for message := range s.Feed([]byte("a\nb\nc")) {
		require.Equal(t, "a", string(message))
		break
	}
	require.Equal(t, []string{"b", "cd"}, collect(nil, s.Feed([]byte("d\n"))))
}

func TestWithLength(t *testing.T) {
	for _, message := range []string{"", "a", "\x00\n", strings.Repeat("x", 300)} {
		got, err := feed(frames.LengthPrefixed(300), string(frames.WithLength([]byte(message))))
		require.NoError(t, err)
		require.Equal(t, []string{message}, got)
	}
}

// However the network cuts the stream, the messages are the same, and the
// same as bufio.Scanner finds.
func FuzzChunks(f *testing.F) {
	f.Add("hello\r\nworld\n", []byte{1, 6, 1})
	f.Add("\x00\x00\x00\x01a\x00\x00\x00\x09", []byte{3})
	f.Add("123456789", []byte{8})
	f.Fuzz(func(t *testing.T, stream string, cuts []byte) {
		for name, split := range splits {
			whole, wholeErr := feed(split(limit), stream)
			var chunks []string
			rest := stream
			for _, n := range cuts {
				n := min(int(n), len(rest))
				chunks, rest = append(chunks, rest[:n]), rest[n:]
			}
			got, err := feed(split(limit), append(chunks, rest)...)
			require.Equal(t, whole, got, name)
			require.Equal(t, wholeErr, err, name)

			scanner := bufio.NewScanner(bytes.NewBufferString(stream))
			scanner.Split(split(limit))
			var scanned []string
			for scanner.Scan() {
				scanned = append(scanned, scanner.Text())
			}
			require.Equal(t, scanned, whole, name)
			require.Equal(t, scanner.Err(), wholeErr, name)
		}
	})
}
