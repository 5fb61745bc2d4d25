package net2

import (
	"syscall"

	"golang.org/x/sys/windows"
)

const (
	errnoCanceled = syscall.ECANCELED
	errnoTimedOut = windows.WSAETIMEDOUT
	errnoInvalid  = windows.WSAEINVAL
	errnoInUse    = windows.WSAEADDRINUSE
	errnoNoBufs   = windows.WSAENOBUFS
	errnoNotSup   = windows.WSAEOPNOTSUPP
)

// winsock gives the errors of Windows the POSIX names that libuv gives them.
var winsock = map[syscall.Errno]string{
	windows.WSAEACCES:               "EACCES",
	windows.WSAEADDRINUSE:           "EADDRINUSE",
	windows.WSAEADDRNOTAVAIL:        "EADDRNOTAVAIL",
	windows.WSAEAFNOSUPPORT:         "EAFNOSUPPORT",
	windows.WSAECONNABORTED:         "ECONNABORTED",
	windows.WSAECONNREFUSED:         "ECONNREFUSED",
	windows.WSAECONNRESET:           "ECONNRESET",
	windows.WSAEHOSTUNREACH:         "EHOSTUNREACH",
	windows.WSAEINVAL:               "EINVAL",
	windows.WSAEMFILE:               "EMFILE",
	windows.WSAENETUNREACH:          "ENETUNREACH",
	windows.WSAENOBUFS:              "ENOBUFS",
	windows.WSAENOTCONN:             "ENOTCONN",
	windows.WSAESHUTDOWN:            "EPIPE",
	windows.WSAEOPNOTSUPP:           "ENOTSUP",
	windows.WSAETIMEDOUT:            "ETIMEDOUT",
	windows.ERROR_OPERATION_ABORTED: "ECANCELED",
	windows.ERROR_NETNAME_DELETED:   "ECONNRESET",
	windows.ERROR_BROKEN_PIPE:       "EPIPE",
	windows.ERROR_ACCESS_DENIED:     "EPERM",
	windows.ERROR_FILE_NOT_FOUND:    "ENOENT",
	syscall.ECANCELED:               "ECANCELED",
}

// errnoName is the symbol of an errno, as util.getSystemErrorName gives it.
func errnoName(errno syscall.Errno) string {
	if name, ok := winsock[errno]; ok {
		return name
	}
	return "UNKNOWN"
}
