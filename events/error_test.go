package events

import (
	"errors"
	"fmt"
	"io"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestErrorPrintsAsNodeShowsIt(t *testing.T) {
	tests := []struct {
		err  Error
		want string
	}{
		{Error{Code: "ECONNREFUSED", Message: "connect ECONNREFUSED 127.0.0.1:9"}, "connect ECONNREFUSED 127.0.0.1:9"},
		{Error{Name: "TypeError", Code: "ERR_X", Message: "no"}, "TypeError [ERR_X]: no"},
		{Error{Name: "Error", Message: "no"}, "Error: no"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, test.err.Error())
	}
}

func TestErrorIsComparesCodes(t *testing.T) {
	err := error(&Error{Code: "ERR_A", Message: "first"})
	assert.ErrorIs(t, fmt.Errorf("wrapped: %w", err), &Error{Code: "ERR_A"})
	assert.ErrorIs(t, err, &Error{Code: "ERR_A", Message: "first"})
	assert.NotErrorIs(t, err, &Error{Code: "ERR_A", Message: "second"})
	assert.NotErrorIs(t, err, &Error{Code: "ERR_B"})
	assert.NotErrorIs(t, &Error{Message: "bare"}, &Error{})
	assert.NotErrorIs(t, err, io.EOF)
}

func TestErrorUnwrapsErrnoAndCause(t *testing.T) {
	err := &Error{Code: "ECONNREFUSED", Errno: syscall.ECONNREFUSED, Cause: io.ErrUnexpectedEOF}
	assert.ErrorIs(t, err, syscall.ECONNREFUSED)
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Empty(t, (&Error{}).Unwrap())
}

func TestCodeFindsTheFirstCodedError(t *testing.T) {
	inner := &Error{Code: "INNER"}
	assert.Equal(t, "OUTER", Code(fmt.Errorf("x: %w", &Error{Code: "OUTER", Cause: inner})))
	assert.Equal(t, "INNER", Code(errors.Join(io.EOF, inner)))
	assert.Empty(t, Code(io.EOF))
	assert.Empty(t, Code(nil))
}

func TestConstructorsUseNodesWords(t *testing.T) {
	assert.EqualError(t, InvalidArgType("options.fd", "of type number", "x"),
		`TypeError [ERR_INVALID_ARG_TYPE]: The "options.fd" argument must be of type number. Received type string ('x')`)
	assert.EqualError(t, OutOfRange("n", ">= 0", -1),
		`RangeError [ERR_OUT_OF_RANGE]: The value of "n" is out of range. It must be >= 0. Received -1`)
	assert.Contains(t, OutOfRange("n", "small", int64(4294967296)).Message, "Received 4294967296")
	assert.Contains(t, OutOfRange("n", "small", int64(4294967297)).Message, "Received 4_294_967_297")
	assert.Contains(t, OutOfRange("n", "small", 1.5).Message, "Received 1.5")
	abort := AbortError(io.EOF)
	assert.Equal(t, "ABORT_ERR", abort.Code)
	assert.EqualError(t, abort, "The operation was aborted")
	assert.ErrorIs(t, abort, io.EOF)
}
