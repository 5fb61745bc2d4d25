package net2

import (
	"context"
	"errors"
	"net"
	"os"
	"strconv"
	"syscall"

	"github.com/nodenet/go/events"
)

// Error is Node's Error: the one type of every coded error that a Server or
// a Socket emits, hands to a callback or panics with. A system error carries
// Code ("ECONNREFUSED"), Errno, Syscall ("connect"), Address and Port, and
// errors.Is(err, syscall.ECONNREFUSED) holds.
type Error = events.Error

// Code returns the code of err as Node's err.code shows it, such as
// "ECONNRESET" or "ERR_STREAM_DESTROYED", or "" when err has none.
// It may be called from any goroutine.
func Code(err error) string { return events.Code(err) }

// The errors with an ERR_ code that this package itself makes. Compare with
// errors.Is, which looks at the code.
var (
	// ErrServerNotRunning reaches the callback of [Server.Close] on a server that does not listen.
	ErrServerNotRunning = &Error{Code: "ERR_SERVER_NOT_RUNNING", Message: "Server is not running."}
	// ErrSocketClosed is given by a write or a reset on a socket that has no connection.
	ErrSocketClosed = &Error{Code: "ERR_SOCKET_CLOSED", Message: "Socket is closed"}
	// ErrSocketClosedBeforeConnection reaches the callback of a write on a socket that closed before it was connected.
	ErrSocketClosedBeforeConnection = &Error{Code: "ERR_SOCKET_CLOSED_BEFORE_CONNECTION", Message: "Socket closed before the connection was established"}

	errEndedByPeer = &Error{Code: "EPIPE", Message: "This socket has been ended by the other party"}
)

// Node throws these; here they are panics.

func throwAlreadyListening() {
	panic(&Error{Name: "Error", Code: "ERR_SERVER_ALREADY_LISTEN",
		Message: "Listen method has been called more than once without closing."})
}

func throwBadPort(name string, port int) {
	panic(&Error{Name: "RangeError", Code: "ERR_SOCKET_BAD_PORT",
		Message: name + " should be >= 0 and < 65536. Received type number (" + strconv.Itoa(port) + ")."})
}

func throwInvalidIP(address string) {
	panic(&Error{Name: "TypeError", Code: "ERR_INVALID_IP_ADDRESS", Message: "Invalid IP address: " + address})
}

func throwMissingConnectTarget() {
	panic(&Error{Name: "TypeError", Code: "ERR_MISSING_ARGS",
		Message: `The "options" or "port" or "path" argument must be specified`})
}

// throwInvalidProperty tells of an option with a value that it cannot have.
func throwInvalidProperty(name, got string) {
	panic(&Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE",
		Message: "The property '" + name + "' is invalid. Received " + events.Inspect(got)})
}

// ipBlocked is what a socket gets for a destination that its BlockList names.
func ipBlocked(address string) *Error {
	return &Error{Code: "ERR_IP_BLOCKED", Message: "IP(" + address + ") is blocked by net.BlockList"}
}

func validatePort(name string, port int) {
	if port < 0 || port > 65535 {
		throwBadPort(name, port)
	}
}

// errnoOf finds the errno in what Go's net returns. Errors that the runtime
// makes itself are given the errno that the kernel would have used.
func errnoOf(err error) syscall.Errno {
	var errno syscall.Errno
	switch {
	case errors.As(err, &errno):
		return errno
	case errors.Is(err, net.ErrClosed), errors.Is(err, context.Canceled):
		return errnoCanceled
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return errnoTimedOut
	}
	var addr *net.AddrError
	if errors.As(err, &addr) {
		return errnoInvalid
	}
	return 0
}

// systemError is the one place where an error of the operating system
// becomes a Node error: `read ECONNRESET`. A connection that the program
// brought may fail for reasons of its own, which the message then tells.
func systemError(call string, err error) *Error {
	errno := errnoOf(err)
	e := &Error{Code: errnoName(errno), Errno: errno, Syscall: call}
	e.Message = call + " " + e.Code
	if errno == 0 {
		e.Message += " " + err.Error()
		e.Cause = err
	}
	return e
}

// connectError adds the peer: `connect ECONNREFUSED 127.0.0.1:9`.
func connectError(call string, err error, address string, port int) *Error {
	e := systemError(call, err)
	e.Message += target(address, port)
	e.Address, e.Port = address, port
	return e
}

// listenError also says what the code means:
// `listen EADDRINUSE: address already in use 127.0.0.1:80`.
func listenError(err error, address string, port int) *Error {
	if errors.Is(err, syscall.ENOENT) {
		err = syscall.EACCES // a path in no directory; libuv says the same on every system
	}
	e := systemError("listen", err)
	e.Message += ": " + errnoText(e.Errno, e.Code) + target(address, port)
	e.Address, e.Port = address, port
	return e
}

// lookupError is a name that could not be resolved: `getaddrinfo ENOTFOUND nowhere`.
func lookupError(err error, host string) *Error {
	code := "EAI_FAIL"
	var dns *net.DNSError
	switch {
	case err == nil: // found, but nothing
		code = "ENOTFOUND"
	case !errors.As(err, &dns):
	case dns.IsNotFound:
		code = "ENOTFOUND"
	case dns.IsTemporary, dns.IsTimeout:
		code = "EAI_AGAIN"
	}
	return &Error{Code: code, Syscall: "getaddrinfo", Message: "getaddrinfo " + code + " " + host, Cause: err}
}

func target(address string, port int) string {
	switch {
	case port > 0:
		return " " + address + ":" + strconv.Itoa(port)
	case address != "":
		return " " + address
	}
	return ""
}

// errnoText is libuv's wording for the errors that a bind or a listen can
// meet; Node shows it in the message of those errors only.
func errnoText(errno syscall.Errno, code string) string {
	switch code {
	case "EADDRINUSE":
		return "address already in use"
	case "EADDRNOTAVAIL":
		return "address not available"
	case "EACCES":
		return "permission denied"
	case "EAFNOSUPPORT":
		return "address family not supported"
	case "EINVAL":
		return "invalid argument"
	case "EMFILE":
		return "too many open files"
	case "ENFILE":
		return "file table overflow"
	case "ENOBUFS":
		return "no buffer space available"
	case "ENOTSUP", "EOPNOTSUPP":
		return "operation not supported on socket"
	}
	return errno.Error()
}
