package events

import (
	"errors"
	"strconv"
	"strings"
	"syscall"
)

// Error is Node's Error object: one type for every coded error.
//
// An error that Node throws has a Name ("TypeError", "RangeError", "Error"); here it is the value of a panic.
// An error that Node emits or hands to a callback has no Name.
// Compare by code: errors.Is(err, &Error{Code: "ECONNRESET"}), or events.Code(err) == "ECONNRESET".
// A system error also matches its syscall.Errno with errors.Is.
type Error struct {
	Name    string        // "TypeError", "RangeError" or "Error" when thrown, else ""
	Code    string        // "ERR_INVALID_ARG_TYPE", "ECONNREFUSED"
	Message string        // Node's err.message, to the letter
	Errno   syscall.Errno // 0 unless it is a system error; Node's errno is its negative
	Syscall string        // the call that failed: "connect", "listen", "read"
	Address string        // the address it was about, if any
	Port    int           // the port it was about, 0 if none
	Cause   error         // Node's err.cause
	Errors  []error       // of an AggregateError: all that failed
}

// Error returns the message as Node shows it: the bare message, or "Name [CODE]: message" for an error that was thrown.
func (e *Error) Error() string {
	switch {
	case e.Message == "" && len(e.Errors) > 0: // Node leaves it empty; a reader in Go wants to know
		return errors.Join(e.Errors...).Error()
	case e.Name == "":
		return e.Message
	case e.Code == "":
		return e.Name + ": " + e.Message
	default:
		return e.Name + " [" + e.Code + "]: " + e.Message
	}
}

// Is reports whether target is an *Error of the same code; if target has a message, that must be the same too.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	if !ok || t.Code == "" && t.Message == "" {
		return false
	}
	return t.Code == e.Code && (t.Message == "" || t.Message == e.Message)
}

// Unwrap returns the Errno, if not zero, the Cause, if not nil, and the Errors.
func (e *Error) Unwrap() []error {
	var list []error
	if e.Errno != 0 {
		list = append(list, e.Errno)
	}
	if e.Cause != nil {
		list = append(list, e.Cause)
	}
	return append(list, e.Errors...)
}

// Code returns the code of the first *Error in the chain of err, or "".
func Code(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// InvalidArgType makes Node's ERR_INVALID_ARG_TYPE (a TypeError), ready for panic:
//
//	The "listener" argument must be of type function. Received type number (42)
//
// name is the argument, must what it has to be ("of type function", "an instance of Server"), got the value that came.
func InvalidArgType(name, must string, got any) *Error {
	return &Error{
		Name:    "TypeError",
		Code:    "ERR_INVALID_ARG_TYPE",
		Message: `The "` + name + `" argument must be ` + must + ". Received " + Received(got),
	}
}

// OutOfRange makes Node's ERR_OUT_OF_RANGE (a RangeError), ready for panic:
//
//	The value of "setMaxListeners" is out of range. It must be >= 0. Received -1
func OutOfRange(name, must string, got any) *Error {
	return &Error{
		Name:    "RangeError",
		Code:    "ERR_OUT_OF_RANGE",
		Message: `The value of "` + name + `" is out of range. It must be ` + must + ". Received " + separated(got),
	}
}

// separated shows a number, and groups the digits of a whole one beyond 2**32, as Node's range errors do.
func separated(v any) string {
	text := Inspect(v)
	sign, digits := "", text
	if strings.HasPrefix(text, "-") {
		sign, digits = "-", text[1:]
	}
	if n, err := strconv.ParseUint(digits, 10, 64); err != nil || n <= 1<<32 {
		return text
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "_" + digits[i:]
	}
	return sign + digits
}

// AbortError makes the error that Node gives when a signal ends an operation: code ABORT_ERR.
// The cause, usually context.Cause(ctx), stays in reach of errors.Is.
func AbortError(cause error) *Error {
	return &Error{Code: "ABORT_ERR", Message: "The operation was aborted", Cause: cause}
}
