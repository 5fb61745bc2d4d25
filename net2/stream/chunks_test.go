package stream

import (
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestLengthsAreThoseOfJavaScript(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "é€": 2, "a😀b": 4, "\xff\xfe": 2} {
		assert.Equal(t, want, utf16Length(s), "%q", s)
	}
}

func FuzzCutUTF16(f *testing.F) {
	f.Add("a😀b", 2)
	f.Add("é€", 1)
	f.Add("\xff\xc3", 1)
	f.Fuzz(func(t *testing.T, s string, n int) {
		assert.Equal(t, len(utf16.Encode([]rune(s))), utf16Length(s))
		front, rest := cutUTF16(s, n)
		require.Equal(t, s, front+rest)
		size := utf16Length(front)
		if n > 0 && rest != "" {
			assert.GreaterOrEqual(t, size, n)
			assert.LessOrEqual(t, size, n+1, "at most the other half of a character more")
		}
	})
}

// A character of two units is not cut; read(1) gives both, where Node gives half a character.
func TestReadNeverCutsACharacter(t *testing.T) {
	r := NewReadable(ReadableOptions{Loop: loop.New(), Encoding: "utf8", Read: func(*Readable, int) {}})
	r.Push("a😀")
	r.Push("😀b")
	assert.Equal(t, 6, r.ReadableLength())
	assert.Equal(t, "a😀", r.Read(2))
	assert.Equal(t, 3, r.ReadableLength())
	assert.Equal(t, "😀b", r.Read(3))
	assert.Nil(t, r.Read(1))
}

// Node v20 compares with the number of chunks instead of the length of a string when read(n) ends inside a later
// string, and then returns too much; this does not.
func TestReadAcrossStrings(t *testing.T) {
	r := NewReadable(ReadableOptions{Loop: loop.New(), Encoding: "utf8", Read: func(*Readable, int) {}})
	r.Push("a")
	r.Push("bcd")
	assert.Equal(t, "abc", r.Read(3))
	assert.Equal(t, 1, r.ReadableLength())
	assert.Equal(t, "d", r.Read())
}

// Node v20 counts its units, and then gives undefined for the values that are not there.
func TestJoinedTextIsOneValueInObjectMode(t *testing.T) {
	var got []any
	runLoop(t, func(l *loop.Loop) {
		r := NewReadable(ReadableOptions{Loop: l, ObjectMode: true, Read: func(*Readable, int) {}})
		r.Push("abc")
		r.Push([]byte("de"))
		assert.Equal(t, 1, r.SetEncoding("utf8").ReadableLength())
		r.On("data", func(v any) { got = append(got, v) })
		r.On("end", func() { got = append(got, "end") })
		r.Push(nil)
	})
	assert.Equal(t, []any{"abcde", "end"}, got)
}

func TestBytesPutBackAmongStrings(t *testing.T) {
	r := NewReadable(ReadableOptions{Loop: loop.New(), Encoding: "utf8", Read: func(*Readable, int) {}})
	r.Push("cd")
	r.Unshift([]byte("ab"))
	assert.Equal(t, "abc", r.Read(3))
	assert.Equal(t, "d", r.Read())
}

func TestChunkListKeepsOrder(t *testing.T) {
	var l chunkList
	var model []byte
	get := func() byte {
		b := l.shift().bytes[0]
		require.Equal(t, model[0], b)
		model = model[1:]
		return b
	}
	for i := range 5000 {
		b := byte(i)
		l.push(chunk{bytes: []byte{b}})
		model = append(model, b)
		switch {
		case i%3 == 0:
			get()
		case i%7 == 0:
			l.unshift(chunk{bytes: []byte{b}})
			model = append([]byte{b}, model...)
		}
		require.Equal(t, len(model), l.len())
	}
	for l.len() > 0 {
		get()
	}
	assert.Empty(t, model)
	assert.Nil(t, l.items, "a burst does not keep its memory")
}

func TestChunkListPutsBackWithoutMovingWhenItCan(t *testing.T) {
	var l chunkList
	for i := range 10 {
		l.push(chunk{bytes: []byte{byte(i)}})
	}
	first := l.shift()
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		l.unshift(first)
		l.shift()
	}))
}

// Chunks that are put back one after another must not move all others each time.
func TestChunkListMakesRoomInFront(t *testing.T) {
	var l chunkList
	moves := 0
	for i := range 1000 {
		if l.head == 0 {
			moves++
		}
		l.unshift(chunk{bytes: []byte{byte(i)}})
	}
	assert.Less(t, moves, 10)
	for i := range 1000 {
		require.Equal(t, byte(999-i), l.shift().bytes[0])
	}
}

func TestChunkListForgetsWhatIsGone(t *testing.T) {
	var l chunkList
	for i := range 3000 {
		l.push(chunk{bytes: []byte{byte(i)}})
	}
	for range 2000 {
		l.shift()
	}
	l.push(chunk{bytes: []byte{1}})
	assert.Less(t, len(l.items), 2000)
	assert.Equal(t, 1001, l.len())
}

func TestReadTextPieceByPiece(t *testing.T) {
	const text = "aé€😀ß😀😀z"
	l := loop.New()
	r := NewReadable(ReadableOptions{Loop: l, Encoding: UTF8, Read: func(*Readable, int) {}})
	r.PushBytes([]byte(text))
	r.Unshift("😀é")
	left, got := "😀é"+text, ""
	for n := 1; r.ReadableLength() > 0; n = 3 - n {
		require.Equal(t, utf16Length(left), r.ReadableLength())
		piece := r.Read(min(n, r.ReadableLength())).(string)
		got += piece
		left = left[len(piece):]
	}
	assert.Equal(t, "😀é"+text, got)
	l.Run()
}
