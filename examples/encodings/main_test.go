package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// A step is a chunk, and the lines that the server then prints. The next chunk is sent after them, so that the two are
// never joined.
type step struct {
	chunk string
	lines []string
}

func TestWhatComesOut(t *testing.T) {
	for _, test := range []struct {
		encoding string
		steps    []step
		end      []string
	}{
		{"", []step{
			{"grüß", []string{"Buffer length: 6", "Hex: 6772c3bcc39f", "UTF-8: grüß", "Base64: Z3LDvMOf"}},
			{"a\xe2\x82", []string{"Buffer length: 3", "Hex: 61e282", "UTF-8: a\ufffd", "Base64: YeKC"}},
			{"\xac!", []string{"Buffer length: 2", "Hex: ac21", "UTF-8: \ufffd!", "Base64: rCE="}},
		}, nil},
		{"utf8", []step{
			{"grüß", []string{"Received: grüß"}},
			{"a\xe2\x82", []string{"Received: a"}},
			{"\xac!", []string{"Received: €!"}},
			{"b\xf0\x9f", []string{"Received: b"}},
		}, []string{"Received: \ufffd"}},
		{"hex", []step{{"a\xe2", []string{"Received: 61e2"}}, {"\x00", []string{"Received: 00"}}}, nil},
		{"base64", []step{{"abcd", []string{"Received: YWJj"}}, {"efgh", []string{"Received: ZGVm"}}}, []string{"Received: Z2g="}},
		{"latin1", []step{{"\xfc\xdf", []string{"Received: üß"}}}, nil},
		{"utf16le", []step{{"h\x00\xac", []string{"Received: h"}}, {"\x20!\x00", []string{"Received: €!"}}}, nil},
	} {
		t.Run("encoding "+test.encoding, func(t *testing.T) {
			var args []string
			if test.encoding != "" {
				args = []string{"--encoding", test.encoding}
			}
			program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
				peer := program.Dial(t, address)
				peer.Hear("Grüß dich\nGrüß dich\nGrüß dich\n")
				for _, step := range test.steps {
					peer.Say(step.chunk)
					for _, line := range step.lines {
						require.Equal(t, line, server.Next())
					}
				}
				peer.Half()
				for _, line := range append(test.end, "Client disconnected") {
					require.Equal(t, line, server.Next())
				}
				peer.HearEnd()
			}, args...)
		})
	}
}

func TestNodeClient(t *testing.T) {
	server, address := program.Serve(t, "-encoding", "utf8")
	client := program.Command(t, "node", "testdata/client.js", program.Port(address), "68", "c3", "bc")
	require.Equal(t, []string{`"Grüß dich\nGrüß dich\nGrüß dich\n"`}, client.Finish(0))
	heard := ""
	for line := server.Next(); line != "Client disconnected"; line = server.Next() {
		heard += line[len("Received: "):]
	}
	require.Equal(t, "hü", heard)
}

func TestUnknownEncoding(t *testing.T) {
	server := program.Start(t, "-encoding", "klingon")
	require.Empty(t, server.Finish(2))
	require.Equal(t, "Unknown encoding: klingon\n", server.Complaints())
}
