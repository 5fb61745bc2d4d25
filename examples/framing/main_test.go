package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func frame(message string) string { return string(frames.WithLength([]byte(message))) }

func TestLinesSplitAndJoined(t *testing.T) {
	server, address := program.Serve(t)
	peer := program.Dial(t, address)
	peer.Say("one\r\ntwo\nthr")
	peer.Hear("ONE\nTWO\n") // so the server has the half line
	peer.Say("ee\nlast")
	peer.Hear("THREE\n")
	peer.Half()
	peer.Hear("LAST\n") // a write in the end listener still goes out
	peer.HearEnd()
	for _, want := range []string{`3 bytes: "one"`, `3 bytes: "two"`, `5 bytes: "three"`, `4 bytes: "last"`} {
		require.Equal(t, "Message of "+want, server.Next())
	}
}

func TestLengthsSplitAndJoined(t *testing.T) {
	server, address := program.Serve(t, "-frame", "length")
	peer := program.Dial(t, address)
	peer.Say(frame("line\nbreak") + frame("") + frame("half")[:2])
	peer.Hear(frame("LINE\nBREAK") + frame(""))
	peer.Say(frame("half")[2:6])
	peer.Say(frame("half")[6:] + frame("cut off")[:9])
	peer.Hear(frame("HALF"))
	peer.Half()
	peer.HearEnd()
	server.Await("The client ended within a message")
}

func TestMessagesOverTheLimit(t *testing.T) {
	for kind, flood := range map[string]string{
		"lines":  "ok\n" + strings.Repeat("x", 11) + strings.Repeat("never a line break ", 1_000_000),
		"length": frame("ok") + "\x00\x00\x00\x0b",
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			server, address := program.Serve(t, "-frame", kind, "-limit", "10")
			patient, bystander := program.Dial(t, address), program.Dial(t, address)
			patient.Say(flood)
			answer := patient.HearAll()
			require.Contains(t, answer, "OK")
			require.Contains(t, answer, "ERROR: message too long")
			server.Await("Refused: message too long")
			patient.Leave()

			// One that does not leave is cut off, however much it goes on.
			stubborn := program.Dial(t, address)
			stubborn.Say(flood)
			require.Contains(t, stubborn.HearAll(), "ERROR: message too long")
			stubborn.SayUntilCutOff("more")

			bystander.Say(map[string]string{"lines": "hi\n", "length": frame("hi")}[kind])
			bystander.Hear(map[string]string{"lines": "HI\n", "length": frame("HI")}[kind])
		})
	}
}

// A client that asks and asks without reading is not read either, until it reads.
func TestClientThatDoesNotRead(t *testing.T) {
	_, address := program.Serve(t, "-limit", "100000")
	peer := program.Dial(t, address)
	const lines = 300 // more than the system's buffers hold
	line := strings.Repeat("x", 99_999) + "\n"
	rest := peer.SayUntilStalled(strings.Repeat(line, lines))
	peer.SayMeanwhile(rest, false)
	for range lines {
		require.Len(t, peer.HearLine(), len(line)-1)
	}
}

func TestNodeClient(t *testing.T) {
	for _, kind := range []string{"lines", "length"} {
		_, address := program.Serve(t, "-frame", kind)
		client := program.Command(t, "node", "testdata/client.js", program.Port(address), kind, "hello", "", "grün €", "bye")
		require.Equal(t, []string{`"HELLO"`, `""`, `"GRÜN €"`, `"BYE"`, "close false"}, client.Finish(0))
	}
}

func TestWrongFlag(t *testing.T) {
	server := program.Start(t, "-frame", "pigeon")
	require.Empty(t, server.Finish(2))
	require.Equal(t, "-frame must be lines or length, not pigeon\n", server.Complaints())
}
