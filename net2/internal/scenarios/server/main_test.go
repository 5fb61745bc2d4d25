package server_test

import (
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// listeningOn returns the path of a server's address, or nil.
func listeningOn(server *net2.Server) any {
	if a := server.Address(); a != nil {
		return a.Address
	}
	return nil
}
