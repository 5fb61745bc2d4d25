package stream

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strconv"

	"github.com/nodenet/go/events"
)

// Error is the one error type of the project: Node's code, and Node's message to the letter.
type Error = events.Error

// Sentinels to compare with errors.Is; they match by code. The errors that streams hand out carry Node's message.
var (
	ErrDestroyed        error = &Error{Code: "ERR_STREAM_DESTROYED"}
	ErrWriteAfterEnd    error = &Error{Code: "ERR_STREAM_WRITE_AFTER_END"}
	ErrAlreadyFinished  error = &Error{Code: "ERR_STREAM_ALREADY_FINISHED"}
	ErrPrematureClose   error = &Error{Code: "ERR_STREAM_PREMATURE_CLOSE"}
	ErrPushAfterEOF     error = &Error{Code: "ERR_STREAM_PUSH_AFTER_EOF"}
	ErrUnshiftAfterEnd  error = &Error{Code: "ERR_STREAM_UNSHIFT_AFTER_END_EVENT"}
	ErrMultipleCallback error = &Error{Code: "ERR_MULTIPLE_CALLBACK"}
	ErrNotImplemented   error = &Error{Code: "ERR_METHOD_NOT_IMPLEMENTED"}
	ErrNullValues       error = &Error{Code: "ERR_STREAM_NULL_VALUES"}
	ErrInvalidArgType   error = &Error{Code: "ERR_INVALID_ARG_TYPE"}
	ErrInvalidArgValue  error = &Error{Code: "ERR_INVALID_ARG_VALUE"}
	ErrOutOfRange       error = &Error{Code: "ERR_OUT_OF_RANGE"}
	ErrUnknownEncoding  error = &Error{Code: "ERR_UNKNOWN_ENCODING"}
	ErrAborted          error = &Error{Code: "ABORT_ERR"}
)

func errDestroyed(op string) error {
	return &Error{Code: "ERR_STREAM_DESTROYED", Message: "Cannot call " + op + " after a stream was destroyed"}
}

func errAlreadyFinished(op string) error {
	return &Error{Code: "ERR_STREAM_ALREADY_FINISHED", Message: "Cannot call " + op + " after a stream was finished"}
}

func errWriteAfterEnd() error {
	return &Error{Code: "ERR_STREAM_WRITE_AFTER_END", Message: "write after end"}
}

func errPrematureClose() error {
	return &Error{Code: "ERR_STREAM_PREMATURE_CLOSE", Message: "Premature close"}
}

func errPushAfterEOF() error {
	return &Error{Code: "ERR_STREAM_PUSH_AFTER_EOF", Message: "stream.push() after EOF"}
}

func errUnshiftAfterEnd() error {
	return &Error{Code: "ERR_STREAM_UNSHIFT_AFTER_END_EVENT", Message: "stream.unshift() after end event"}
}

func errMultipleCallback() error {
	return &Error{Code: "ERR_MULTIPLE_CALLBACK", Message: "Callback called multiple times"}
}

func errNotImplemented(method string) *Error {
	return &Error{Name: "Error", Code: "ERR_METHOD_NOT_IMPLEMENTED",
		Message: "The " + method + " method is not implemented"}
}

func errNullValues() *Error {
	return &Error{Name: "TypeError", Code: "ERR_STREAM_NULL_VALUES", Message: "May not write null values to stream"}
}

func errUnknownEncoding(name string) *Error {
	return &Error{Name: "TypeError", Code: "ERR_UNKNOWN_ENCODING", Message: "Unknown encoding: " + name}
}

// errInvalidChunk is what a byte stream says to a chunk that is neither bytes nor text.
func errInvalidChunk(v any) *Error {
	return events.InvalidArgType("chunk", "of type string or an instance of Buffer, TypedArray, or DataView", v)
}

func errInvalidArg(name, want string, v any) *Error { return events.InvalidArgType(name, want, v) }

func errInvalidOption(name string, v int) *Error {
	return &Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE",
		Message: "The property '" + name + "' is invalid. Received " + strconv.Itoa(v)}
}

// hookPanic is a panic of a hook whose exceptions Node catches (read, final, destroy, construct): the stream fails
// with it. The text is the panic's own; %+v adds where it happened.
type hookPanic struct {
	value any
	stack []byte
}

func (p *hookPanic) Error() string { return fmt.Sprint(p.value) }

func (p *hookPanic) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

func (p *hookPanic) Format(s fmt.State, verb rune) {
	fmt.Fprint(s, p.value)
	if verb == 'v' && s.Flag('+') {
		fmt.Fprintf(s, "\n%s", p.stack)
	}
}

// caught turns what recover returned into an error. Errors of ours go through as they are.
func caught(v any) error {
	if err, ok := v.(*Error); ok {
		return err
	}
	return &hookPanic{value: v, stack: debug.Stack()}
}

// aggregate joins two failures the way Node does: the outer one speaks, both are inside.
func aggregate(inner, outer error) error {
	switch {
	case inner == nil || inner == outer:
		return outer
	case outer == nil:
		return inner
	}
	return &Error{Code: events.Code(outer), Message: outer.Error(), Cause: errors.Join(outer, inner)}
}
