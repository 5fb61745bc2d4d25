// Package frames cuts the bytes of a connection into messages. TCP delivers a
// stream: one chunk may bring half a message, or three. How a message ends is
// said by a bufio.SplitFunc, so that the same function serves a socket's data
// listener here and a bufio.Scanner elsewhere.
package frames

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"slices"
)

// ErrTooLong is what the split functions of this package give for a message
// over their limit: as soon as it is known, and not when all of it has come,
// or a client could fill the memory with a message that never ends.
var ErrTooLong = errors.New("message too long")

// Splitter holds what has come of a message that is not complete. Each
// connection needs its own. Not safe for concurrent use.
type Splitter struct {
	split bufio.SplitFunc
	rest  []byte
	err   error
}

// New returns a splitter that cuts as split says. split must advance with
// every message that it returns.
func New(split bufio.SplitFunc) *Splitter { return &Splitter{split: split} }

// Feed takes a chunk and returns the messages that it completes, to be ranged
// over before the next Feed. Messages that a break leaves come then. The
// splitter owns the chunk from now on, and the messages are the caller's.
func (s *Splitter) Feed(chunk []byte) iter.Seq[[]byte] {
	if len(s.rest) == 0 {
		s.rest = chunk
	} else {
		s.rest = append(s.rest, chunk...)
	}
	return s.cut(false)
}

// End returns what the end of the stream completes, such as a last line
// without a line break.
func (s *Splitter) End() iter.Seq[[]byte] { return s.cut(true) }

// Err returns what ended the splitting: ErrTooLong, or io.ErrUnexpectedEOF
// after End. There are no messages after an error.
func (s *Splitter) Err() error { return s.err }

func (s *Splitter) cut(atEnd bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for s.err == nil && len(s.rest) > 0 {
			advance, message, err := s.split(s.rest, atEnd)
			if err != nil {
				s.rest, s.err = nil, err
				return
			}
			if advance == 0 {
				break
			}
			s.rest = s.rest[advance:]
			if message != nil && !yield(slices.Clip(message)) {
				return
			}
		}
		// A copy, so that half a line does not hold on to a whole chunk.
		s.rest = bytes.Clone(s.rest)
	}
}

// Lines cuts at "\n" or "\r\n", which is not part of the message. limit is
// how many bytes a line may have.
func Lines(limit int) bufio.SplitFunc {
	return func(data []byte, atEnd bool) (int, []byte, error) {
		advance, line, err := bufio.ScanLines(data, atEnd)
		if advance == 0 {
			line = bytes.TrimSuffix(data, []byte("\r")) // perhaps half of the line break
		}
		switch {
		case err != nil:
			return 0, nil, err
		case len(line) > limit:
			return 0, nil, ErrTooLong
		case advance == 0:
			return 0, nil, nil
		}
		return advance, line, nil
	}
}

// prefix is the size of a length: a big-endian uint32.
const prefix = 4

// LengthPrefixed cuts messages that begin with their length, as a big-endian
// uint32. Unlike lines they may hold any byte. limit is how many bytes a
// message may have; a longer one is refused when its length has come.
func LengthPrefixed(limit int) bufio.SplitFunc {
	return func(data []byte, atEnd bool) (int, []byte, error) {
		end := prefix
		if len(data) >= prefix {
			n := binary.BigEndian.Uint32(data)
			if uint64(n) > uint64(limit) {
				return 0, nil, ErrTooLong
			}
			end += int(n)
		}
		switch {
		case len(data) >= end && len(data) >= prefix:
			return end, data[prefix:end], nil
		case atEnd && len(data) > 0:
			return 0, nil, io.ErrUnexpectedEOF
		}
		return 0, nil, nil
	}
}

// WithLength returns the message as LengthPrefixed expects it.
func WithLength(message []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(message))), message...)
}
