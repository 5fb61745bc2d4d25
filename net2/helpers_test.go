package net2_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// thrown returns what fn panics with: what Node throws.
func thrown(t testing.TB, fn func()) (e *net2.Error) {
	t.Helper()
	defer func() {
		v := recover()
		require.IsType(t, e, v, "it must throw")
		e = v.(*net2.Error)
	}()
	fn()
	return nil
}

func portOf(server *net2.Server) string { return strconv.Itoa(server.Address().Port) }
