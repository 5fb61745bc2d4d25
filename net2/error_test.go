package net2

import (
	"errors"
	"net"
	"os"
	"runtime"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLookupErrors(t *testing.T) {
	for code, cause := range map[string]error{
		"ENOTFOUND": &net.DNSError{IsNotFound: true},
		"EAI_AGAIN": &net.DNSError{IsTimeout: true, IsTemporary: true},
		"EAI_FAIL":  errors.New("nonsense"),
	} {
		err := lookupError(cause, "name.example")
		require.Equal(t, code, err.Code)
		require.Equal(t, "getaddrinfo "+code+" name.example", err.Message)
		require.Equal(t, "getaddrinfo", err.Syscall)
		require.ErrorIs(t, err, cause)
	}
}

func TestWriteFailureNamesTheCall(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("its errors have other numbers")
	}
	err := systemError("write", os.NewSyscallError("write", syscall.EPIPE))
	require.Equal(t, "EPIPE", err.Code)
	require.EqualError(t, err, "write EPIPE")
	require.ErrorIs(t, err, syscall.EPIPE)
}

func TestNegativeTimeout(t *testing.T) {
	defer func() {
		e := recover().(*Error)
		require.Equal(t, "ERR_OUT_OF_RANGE", e.Code)
		require.Equal(t, `The value of "msecs" is out of range. It must be a non-negative finite number. Received -1`, e.Message)
	}()
	NewSocket(SocketOptions{}).SetTimeout(-1e6)
	require.Fail(t, "it must throw")
}
