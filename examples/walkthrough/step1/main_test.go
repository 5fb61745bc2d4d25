package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

func TestEachClientIsShownAndClosed(t *testing.T) {
	program.OnBoth(t, func(t *testing.T, server *program.Program, address string) {
		for range 3 {
			peer := program.Dial(t, address)
			require.Equal(t, "New client: "+peer.Name(), server.Next())
			peer.HearEnd()
		}
	})
}

func TestNodeClient(t *testing.T) {
	server, address := program.Serve(t)
	client := program.Command(t, "node", "../testdata/client.js", program.Port(address))
	require.Equal(t, []string{"close false"}, client.Finish(0))
	require.Regexp(t, `^New client: 127\.0\.0\.1:\d+$`, server.Next())
}
