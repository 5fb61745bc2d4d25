package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

var exchanges = []struct{ message, response string }{
	{`{"type":"GREETING","name":"Alice"}`, `{"status":"OK","reply":"Hello, Alice!"}`},
	{`{"type":"GREETING","name":"<Zoë & €>"}`, `{"status":"OK","reply":"Hello, <Zoë & €>!"}`},
	{`{"type":"GREETING"}`, `{"status":"ERROR","message":"name must be a string"}`},
	{`{"type":"SUM","a":10,"b":20}`, `{"status":"OK","result":30}`},
	{`{"type":"SUM","a":0.1,"b":0.2}`, `{"status":"OK","result":0.30000000000000004}`},
	{`{"type":"SUM","a":1,"b":-1}`, `{"status":"OK","result":0}`},
	{`{"type":"SUM","a":1e21,"b":0}`, `{"status":"OK","result":1e+21}`},
	{`{"type":"SUM","a":1e308,"b":1e308}`, `{"status":"ERROR","message":"The sum is too large"}`},
	{`{"type":"SUM","a":"1","b":2}`, `{"status":"ERROR","message":"a and b must be numbers"}`},
	{`{"type":"DANCE"}`, `{"status":"ERROR","message":"Unknown type"}`},
	{`{"TYPE":"SUM","a":1,"b":2}`, `{"status":"ERROR","message":"Unknown type"}`},
	{`{}`, `{"status":"ERROR","message":"Unknown type"}`},
	{`null`, `{"status":"ERROR","message":"Unknown type"}`},
	{`[1,2]`, `{"status":"ERROR","message":"Unknown type"}`},
	{`{"type":`, `{"status":"ERROR","message":"Invalid JSON"}`},
	{`hello`, `{"status":"ERROR","message":"Invalid JSON"}`},
	{``, `{"status":"ERROR","message":"Invalid JSON"}`},
}

func TestExchanges(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		for _, exchange := range exchanges {
			peer.Say(exchange.message + "\n")
			require.Equal(t, exchange.response, peer.HearLine(), "to %s", exchange.message)
		}
	})
}

func TestJoinedAndSplitChunks(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		var all, responses strings.Builder
		for _, exchange := range exchanges {
			all.WriteString(exchange.message + "\r\n")
			responses.WriteString(exchange.response + "\n")
		}
		euro := `{"type":"GREETING","name":"€"}` + "\n"
		half := strings.Index(euro, "€") + 1 // in the middle of the character
		peer.Say(all.String() + euro[:half])
		peer.Hear(responses.String()) // so the server has the half message
		peer.Say(euro[half:])
		peer.Hear(`{"status":"OK","reply":"Hello, €!"}` + "\n")
	})
}

func TestLineOverTheLimit(t *testing.T) {
	const greeting = `{"type":"GREETING","name":"%s"}` + "\n"
	name := strings.Repeat("x", maxLine-len(greeting)+3) // %s and the line break do not count
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		peer.Say(fmt.Sprintf(greeting, name))
		peer.Hear(fmt.Sprintf(`{"status":"OK","reply":"Hello, %s!"}`+"\n", name))

		peer.Say(fmt.Sprintf(greeting, name+"x") + `{"type":"SUM","a":1,"b":2}` + "\n")
		require.Equal(t, `{"status":"ERROR","message":"Message too long"}`, peer.HearLine())
		peer.HearEnd() // the sum is not answered any more

		endless := program.Dial(t, address)
		endless.Say(strings.Repeat("no line break here ", maxLine))
		require.Equal(t, `{"status":"ERROR","message":"Message too long"}`, endless.HearLine())
		endless.HearEnd()
		endless.SayUntilCutOff("more")
	})
}

// A client that asks and asks without reading is not read either, until it reads.
func TestClientThatDoesNotRead(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, _ *program.Program, address string) {
		peer := program.Dial(t, address)
		const messages = 500 // more than the system's buffers hold
		name := strings.Repeat("x", 60_000)
		rest := peer.SayUntilStalled(strings.Repeat(`{"type":"GREETING","name":"`+name+`"}`+"\n", messages))
		peer.SayMeanwhile(rest, false)
		for range messages {
			peer.Hear(`{"status":"OK","reply":"Hello, ` + name + `!"}` + "\n")
		}
	})
}

func TestNodeClient(t *testing.T) {
	server, address := program.Serve(t)
	client := program.Command(t, "node", "testdata/client.js", program.Port(address),
		`{"type":"GREETING","name":"Alice"}`, `{"type":"SUM","a":10,"b":20}`, `{"type":"DANCE"}`, `{`)
	require.Equal(t, []string{
		`{"status":"OK","reply":"Hello, Alice!"}`,
		`{"status":"OK","result":30}`,
		`{"status":"ERROR","message":"Unknown type"}`,
		`{"status":"ERROR","message":"Invalid JSON"}`,
		"close false",
	}, client.Finish(0))
	server.Await("JSON client disconnected.")
}

func TestInterruptEndsClients(t *testing.T) {
	server, address := program.Serve(t)
	peer := program.Dial(t, address)
	peer.Say(`{"type":"SUM","a":1,"b":2}` + "\n")
	require.Equal(t, `{"status":"OK","result":3}`, peer.HearLine())
	server.Interrupt()
	peer.HearEnd()
	peer.Leave()
	server.Await("JSON client disconnected.")
	server.Finish(0)
}
