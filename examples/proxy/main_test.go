package main

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// connect starts the proxy and returns the two ends of a connection through it.
func connect(t *testing.T, args ...string) (proxy *program.Program, client, target *program.Peer) {
	t.Helper()
	listener, targetAddress := program.Listen(t)
	proxy, address := program.Serve(t, append([]string{"-target", targetAddress}, args...)...)
	client = program.Dial(t, address)
	return proxy, client, program.Accept(t, listener)
}

func TestBothWaysAndHalfOpen(t *testing.T) {
	proxy, client, target := connect(t)
	client.Say("hello")
	target.Hear("hello")
	target.Say("who is there?")
	client.Hear("who is there?")
	client.Half()
	target.HearEnd()
	target.Say("not so fast") // the end of one side is not that of the other
	client.Hear("not so fast")
	target.Leave()
	client.HearEnd()
	require.Equal(t, client.Name()+": 5 bytes there, 24 bytes back", proxy.Next())
	proxy.Interrupt()
	proxy.Finish(0)
	require.Empty(t, proxy.Complaints())
}

func TestTargetEndsFirst(t *testing.T) {
	proxy, client, target := connect(t)
	target.Say("hello and good-bye")
	target.Half()
	client.Hear("hello and good-bye")
	client.HearEnd()
	client.Say("wait")
	target.Hear("wait")
	client.Leave()
	target.HearEnd()
	require.Equal(t, client.Name()+": 4 bytes there, 18 bytes back", proxy.Next())
}

func TestResetOfOneEndReachesTheOther(t *testing.T) {
	t.Run("client", func(t *testing.T) {
		proxy, client, target := connect(t)
		client.Say("hello")
		target.Hear("hello")
		client.Crash()
		target.HearReset()
		proxy.Interrupt()
		proxy.Finish(0)
		require.Equal(t, "client "+client.Name()+": read ECONNRESET\n", proxy.Complaints())
	})
	t.Run("target", func(t *testing.T) {
		proxy, client, target := connect(t)
		client.Say("hello")
		target.Hear("hello")
		target.Crash()
		client.HearReset()
		proxy.Interrupt()
		proxy.Finish(0)
		require.Equal(t, "target of "+client.Name()+": read ECONNRESET\n", proxy.Complaints())
	})
}

func TestTargetThatIsDown(t *testing.T) {
	listener, targetAddress := program.Listen(t)
	require.NoError(t, listener.Close())
	proxy, address := program.Serve(t, "-target", targetAddress)
	client := program.Dial(t, address)
	client.HearReset()
	proxy.Interrupt()
	proxy.Finish(0)
	require.Equal(t, "target of "+client.Name()+": connect ECONNREFUSED "+targetAddress+"\n", proxy.Complaints())
}

// Both send at once, much more than any buffer holds.
func TestMuchBothWays(t *testing.T) {
	_, client, target := connect(t)
	there, back := strings.Repeat("0123456789", 1_500_000), strings.Repeat("abcdefg", 2_000_000)
	client.SayMeanwhile(there, true)
	target.SayMeanwhile(back, true)
	require.True(t, target.HearAll() == there)
	require.True(t, client.HearAll() == back)
}

// One who does not read holds up the one who sends, and not the memory: the proxy times out.
func TestStalled(t *testing.T) {
	proxy, client, target := connect(t, "-idle", "200ms")
	client.SayUntilCutOff(strings.Repeat("x", 100_000))
	_, _ = io.Copy(io.Discard, target) // whatever had come
	require.Contains(t, proxy.Next(), client.Name())
}

func TestIdle(t *testing.T) {
	proxy, client, target := connect(t, "-idle", "100ms")
	client.HearEnd()
	target.HearEnd()
	require.Equal(t, client.Name()+": 0 bytes there, 0 bytes back", proxy.Next())
}

func TestInterruptCutsOff(t *testing.T) {
	proxy, client, target := connect(t)
	client.Say("hello")
	target.Hear("hello")
	proxy.Interrupt()
	client.HearEnd()
	target.HearEnd()
	require.Equal(t, []string{client.Name() + ": 5 bytes there, 0 bytes back"}, proxy.Finish(0))
}

func TestNodeAtBothEnds(t *testing.T) {
	_, targetAddress := program.ServeNode(t, "../hello/testdata/server.js")
	_, address := program.Serve(t, "-target", targetAddress)
	client := program.Command(t, "node", "../hello/testdata/client.js", program.Port(address))
	require.Equal(t, []string{"Connected to the server", "Server said: Hello World", "Disconnected"}, client.Finish(0))
}

func TestWrongTarget(t *testing.T) {
	for target, complaint := range map[string]string{
		"nowhere":       "-target: address nowhere: missing port in address\n",
		"127.0.0.1:0":   "-target: no such port: 0\n",
		"127.0.0.1:99x": "-target: strconv.Atoi: parsing \"99x\": invalid syntax\n",
	} {
		proxy := program.Start(t, "-target", target)
		require.Empty(t, proxy.Finish(2))
		require.Equal(t, complaint, proxy.Complaints())
	}
}
