package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestLookupUnknownName(t *testing.T) {
	transcript.Run(t, "lookup_unknown_name", func(x *transcript.T) {
		c := x.Track("client")
		client := scene.ConnectWith(x, net2.ConnectOptions{Port: 9, Host: "nodenet.invalid"})
		known := func(err error) bool {
			code := net2.Code(err)
			return (code == "ENOTFOUND" || code == "EAI_AGAIN") && err.Error() == "getaddrinfo "+code+" nodenet.invalid"
		}
		client.OnLookup(func(err error, address string, family int, host string) {
			c("lookup", known(err), transcript.OrNull(address), transcript.OrNull(family), host)
		})
		client.OnError(func(err error) { c("error", known(err), err.(*net2.Error).Syscall) })
		client.OnClose(scene.Close(c))
	})
}
