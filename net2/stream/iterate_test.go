package stream

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// numbers is a stream of 0 to n-1 in object mode.
func numbers(l *loop.Loop, n int) *Readable {
	next := 0
	return NewReadable(ReadableOptions{Loop: l, ObjectMode: true, Read: func(r *Readable, _ int) {
		if next == n {
			r.Push(nil)
			return
		}
		next++
		r.Push(next - 1)
	}})
}

// iterate runs f on a goroutine with a sequence of the numbers below n, and the loop to its end.
func iterate(t *testing.T, n int, f func(seq iter.Seq2[int, error])) (s *Readable) {
	t.Helper()
	runLoop(t, func(l *loop.Loop) {
		s = numbers(l, n)
		seq := Iterate[int](s)
		l.Work(func() { f(seq) }, nil)
	})
	return s
}

func TestIterateYieldsEveryValueInOrder(t *testing.T) {
	var got []int
	s := iterate(t, 100, func(seq iter.Seq2[int, error]) { got, _ = ToArray(seq) })
	require.Len(t, got, 100)
	assert.True(t, slices.IsSorted(got))
	assert.True(t, s.ReadableEnded())
}

func TestIterateJoinsBytesAndText(t *testing.T) {
	text := strings.Repeat("one two three ", 5000)
	var asText, asBytes string
	runLoop(t, func(l *loop.Loop) {
		texts := Iterate[string](FromReader(strings.NewReader(text), ReaderOptions{Loop: l}))
		decoded := FromReader(strings.NewReader(text), ReaderOptions{Loop: l, Encoding: UTF8})
		chunks := Iterate[[]byte](decoded)
		l.Work(func() {
			asText, _ = Reduce(texts, func(sum, s string) string { return sum + s }, "")
			asBytes, _ = Reduce(chunks, func(sum string, b []byte) string { return sum + string(b) }, "")
		}, nil)
	})
	assert.Equal(t, text, asText)
	assert.Equal(t, text, asBytes)
}

func TestLeavingARangeDestroysTheStream(t *testing.T) {
	for _, keep := range []bool{false, true} {
		t.Run(fmt.Sprint("keep ", keep), func(t *testing.T) {
			var s *Readable
			runLoop(t, func(l *loop.Loop) {
				s = numbers(l, 1000)
				seq := Iterate[int](s, IterateOptions{NoDestroyOnReturn: keep})
				l.Work(func() {
					for v := range seq {
						if v == 3 {
							break
						}
					}
				}, nil)
			})
			assert.Equal(t, !keep, s.Destroyed())
		})
	}
}

func TestIterateEndsWithTheError(t *testing.T) {
	boom := errors.New("boom")
	for name, c := range map[string]struct {
		err  error
		want error
	}{"failed": {boom, boom}, "premature": {nil, ErrPrematureClose}} {
		t.Run(name, func(t *testing.T) {
			var got []any
			var err error
			runLoop(t, func(l *loop.Loop) {
				p := NewPassThrough(TransformOptions{Loop: l, ObjectMode: true})
				p.On("error", func(error) {})
				seq := Iterate[any](p)
				p.Write("before")
				l.SetImmediate(func() { p.Destroy(c.err) })
				l.Work(func() { got, err = ToArray(seq) }, nil)
			})
			assert.Equal(t, []any{"before"}, got)
			assert.ErrorIs(t, err, c.want)
		})
	}
}

func TestIterateRefusesAChunkOfAnotherType(t *testing.T) {
	var err error
	runLoop(t, func(l *loop.Loop) {
		s := numbers(l, 3)
		s.On("error", func(error) {})
		seq := Iterate[string](s)
		l.Work(func() { _, err = ToArray(seq) }, nil)
	})
	assert.Equal(t, "ERR_INVALID_ARG_TYPE", events.Code(err))
}

func TestOperators(t *testing.T) {
	even := func(v int) bool { return v%2 == 0 }
	for name, c := range map[string]struct {
		run  func(seq iter.Seq2[int, error]) any
		want any
	}{
		"map":    {func(s iter.Seq2[int, error]) any { return all(Map(s, func(v int) string { return fmt.Sprint(v) })) }, []string{"0", "1", "2", "3", "4"}},
		"filter": {func(s iter.Seq2[int, error]) any { return all(Filter(s, even)) }, []int{0, 2, 4}},
		"take":   {func(s iter.Seq2[int, error]) any { return all(Take(s, 2)) }, []int{0, 1}},
		"take 0": {func(s iter.Seq2[int, error]) any { return all(Take(s, 0)) }, []int(nil)},
		"take 9": {func(s iter.Seq2[int, error]) any { return all(Take(s, 9)) }, []int{0, 1, 2, 3, 4}},
		"drop":   {func(s iter.Seq2[int, error]) any { return all(Drop(s, 3)) }, []int{3, 4}},
		"flatMap": {func(s iter.Seq2[int, error]) any {
			return all(FlatMap(Take(s, 2), func(v int) iter.Seq[int] { return slices.Values([]int{v, v}) }))
		}, []int{0, 0, 1, 1}},
		"indexed": {func(s iter.Seq2[int, error]) any { return all(AsIndexedPairs(Drop(s, 4))) }, []Indexed[int]{{0, 4}}},
		"reduce": {func(s iter.Seq2[int, error]) any {
			v, _ := Reduce(s, func(a, b int) int { return a + b }, 10)
			return v
		}, 20},
		"some":    {func(s iter.Seq2[int, error]) any { v, _ := Some(s, func(v int) bool { return v == 4 }); return v }, true},
		"none":    {func(s iter.Seq2[int, error]) any { v, _ := Some(s, func(v int) bool { return v == 5 }); return v }, false},
		"every":   {func(s iter.Seq2[int, error]) any { v, _ := Every(s, func(v int) bool { return v < 5 }); return v }, true},
		"not all": {func(s iter.Seq2[int, error]) any { v, _ := Every(s, even); return v }, false},
		"find": {func(s iter.Seq2[int, error]) any {
			v, ok, _ := Find(s, func(v int) bool { return v > 2 })
			return []any{v, ok}
		}, []any{3, true}},
	} {
		t.Run(name, func(t *testing.T) {
			var got any
			iterate(t, 5, func(seq iter.Seq2[int, error]) {
				got = c.run(seq)
				for range seq { // what the helper did not ask for
				}
			})
			assert.Equal(t, c.want, got)
		})
	}
}

func all[T any](seq iter.Seq2[T, error]) []T {
	list, _ := ToArray(seq)
	return list
}

func TestOperatorsPassErrorsOn(t *testing.T) {
	boom := errors.New("boom")
	seq := func(yield func(int, error) bool) {
		_ = yield(1, nil) && yield(0, boom)
	}
	for name, end := range map[string]func() error{
		"map":    func() error { _, err := ToArray(Map(seq, func(v int) int { return v })); return err },
		"filter": func() error { _, err := ToArray(Filter(seq, func(int) bool { return false })); return err },
		"flatMap": func() error {
			_, err := ToArray(FlatMap(seq, func(v int) iter.Seq[int] { return slices.Values([]int{v}) }))
			return err
		},
		"drop":  func() error { _, err := ToArray(Drop(seq, 5)); return err },
		"take":  func() error { _, err := ToArray(Take(seq, 5)); return err },
		"every": func() error { _, err := Every(seq, func(int) bool { return true }); return err },
		"find":  func() error { _, _, err := Find(seq, func(int) bool { return false }); return err },
	} {
		t.Run(name, func(t *testing.T) { assert.ErrorIs(t, end(), boom) })
	}
	require.PanicsWithError(t, `RangeError [ERR_OUT_OF_RANGE]: The value of "number" is out of range. It must be >= 0. Received -1`,
		func() { Take(seq, -1) })
}
