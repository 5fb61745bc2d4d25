package stream

import (
	"iter"

	"github.com/nodenet/go/events"
)

// The iterator helpers of Node's Readable, as functions over sequences: what Iterate returns, and what they return
// themselves. A sequence is lazy: nothing runs before it is ranged over, on the goroutine that does so. An error ends
// it, as its last pair, and passes through every helper.
//
//	lines := stream.Iterate[string](s)
//	long := stream.Filter(lines, func(line string) bool { return len(line) > 80 })
//	first, err := stream.ToArray(stream.Take(long, 10))

// Map calls fn for each value and yields what it returns. It mirrors readable.map(fn).
func Map[T, U any](seq iter.Seq2[T, error], fn func(T) U) iter.Seq2[U, error] {
	return func(yield func(U, error) bool) {
		for v, err := range seq {
			if err != nil {
				var zero U
				yield(zero, err)
				return
			}
			if !yield(fn(v), nil) {
				return
			}
		}
	}
}

// FlatMap yields all values of the sequences that fn returns. It mirrors readable.flatMap(fn).
func FlatMap[T, U any](seq iter.Seq2[T, error], fn func(T) iter.Seq[U]) iter.Seq2[U, error] {
	return func(yield func(U, error) bool) {
		for v, err := range seq {
			if err != nil {
				var zero U
				yield(zero, err)
				return
			}
			for u := range fn(v) {
				if !yield(u, nil) {
					return
				}
			}
		}
	}
}

// Filter yields the values for which keep says true. It mirrors readable.filter(fn).
func Filter[T any](seq iter.Seq2[T, error], keep func(T) bool) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v, err := range seq {
			if (err != nil || keep(v)) && !yield(v, err) {
				return
			}
		}
	}
}

// Take yields the first n values, and then leaves the sequence. As in Node it has to ask for one value even if n is 0.
// A negative n panics with ERR_OUT_OF_RANGE. It mirrors readable.take(limit).
func Take[T any](seq iter.Seq2[T, error], n int) iter.Seq2[T, error] {
	mustNotBeNegative(n)
	return func(yield func(T, error) bool) {
		left := n
		for v, err := range seq {
			left--
			if (left >= 0 || err != nil) && !yield(v, err) || left <= 0 {
				return
			}
		}
	}
}

// Drop yields all but the first n values. A negative n panics with ERR_OUT_OF_RANGE. It mirrors readable.drop(limit).
func Drop[T any](seq iter.Seq2[T, error], n int) iter.Seq2[T, error] {
	mustNotBeNegative(n)
	return func(yield func(T, error) bool) {
		left := n
		for v, err := range seq {
			if left > 0 && err == nil {
				left--
				continue
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

// Indexed is a value and its place, from 0.
type Indexed[T any] struct {
	Index int
	Value T
}

// AsIndexedPairs yields the values with their places. It mirrors readable.asIndexedPairs().
func AsIndexedPairs[T any](seq iter.Seq2[T, error]) iter.Seq2[Indexed[T], error] {
	return func(yield func(Indexed[T], error) bool) {
		i := 0
		for v, err := range seq {
			if !yield(Indexed[T]{i, v}, err) {
				return
			}
			i++
		}
	}
}

// ForEach calls fn for each value and returns the error that ended the sequence, if one did. It mirrors
// readable.forEach(fn).
func ForEach[T any](seq iter.Seq2[T, error], fn func(T)) error {
	for v, err := range seq {
		if err != nil {
			return err
		}
		fn(v)
	}
	return nil
}

// ToArray returns all values, and the error that ended the sequence, if one did. It mirrors readable.toArray().
func ToArray[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var all []T
	err := ForEach(seq, func(v T) { all = append(all, v) })
	return all, err
}

// Reduce folds the values into one, from initial on. It mirrors readable.reduce(fn, initial).
func Reduce[T, U any](seq iter.Seq2[T, error], fn func(sum U, v T) U, initial U) (U, error) {
	sum := initial
	err := ForEach(seq, func(v T) { sum = fn(sum, v) })
	return sum, err
}

// Find returns the first value for which fn says true, and whether there was one; the rest is not asked for. It mirrors
// readable.find(fn).
func Find[T any](seq iter.Seq2[T, error], fn func(T) bool) (found T, ok bool, err error) {
	for v, err := range seq {
		if err != nil {
			return found, false, err
		}
		if fn(v) {
			return v, true, nil
		}
	}
	return found, false, nil
}

// Some tells whether fn says true for any value; the rest is not asked for. It mirrors readable.some(fn).
func Some[T any](seq iter.Seq2[T, error], fn func(T) bool) (bool, error) {
	_, ok, err := Find(seq, fn)
	return ok, err
}

// Every tells whether fn says true for all values; the rest is not asked for. It mirrors readable.every(fn).
func Every[T any](seq iter.Seq2[T, error], fn func(T) bool) (bool, error) {
	_, broken, err := Find(seq, func(v T) bool { return !fn(v) })
	return !broken && err == nil, err
}

func mustNotBeNegative(n int) {
	if n < 0 {
		panic(events.OutOfRange("number", ">= 0", n))
	}
}
