//go:build unix

package loop_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func raise(t *testing.T, sig syscall.Signal) {
	t.Helper()
	require.NoError(t, syscall.Kill(os.Getpid(), sig))
}

func TestSignalsArriveOnTheLoop(t *testing.T) {
	l := loop.New()
	n := 0
	var s *loop.Signal
	s = l.OnSignal(syscall.SIGUSR1, func() {
		if n++; n < 3 {
			raise(t, syscall.SIGUSR1)
			return
		}
		s.Close()
		s.Close()
	}).Ref()
	require.True(t, s.HasRef())
	l.SetImmediate(func() { raise(t, syscall.SIGUSR1) })
	l.Run()
	assert.Equal(t, 3, n)
}

func TestOnceSignalRunsOnceAndLetsGo(t *testing.T) {
	l := loop.New()
	n := 0
	defer l.OnSignal(syscall.SIGUSR1, func() {}).Close() // keeps the default action away
	s := l.OnceSignal(syscall.SIGUSR1, func() {
		n++
		raise(t, syscall.SIGUSR1)
	}).Ref()
	l.SetImmediate(func() { raise(t, syscall.SIGUSR1) })
	l.Run()
	assert.Equal(t, 1, n)
	s.Close()
}

func TestSignalListenerDoesNotKeepTheLoopAlive(t *testing.T) {
	l := loop.New()
	s := l.OnSignal(syscall.SIGUSR1, func() {})
	require.False(t, s.HasRef())
	l.Run()
	s.Ref().Unref()
	l.Run()
	s.Ref().Close()
	l.Run()
}

func TestEveryListenerHearsASignal(t *testing.T) {
	l := loop.New()
	var r record
	a := l.OnSignal(syscall.SIGUSR1, r.say("a")).Ref()
	b := l.OnSignal(syscall.SIGUSR1, r.say("b"))
	l.SetImmediate(func() { raise(t, syscall.SIGUSR1) })
	var wait func()
	wait = func() {
		if len(r) < 2 {
			l.SetTimeout(ms, wait)
			return
		}
		a.Close()
		b.Close()
	}
	wait()
	l.Run()
	assert.ElementsMatch(t, []string{"a", "b"}, r.take())
}
