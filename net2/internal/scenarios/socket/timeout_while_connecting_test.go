package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTimeoutWhileConnecting(t *testing.T) {
	transcript.Run(t, "timeout_while_connecting", func(x *transcript.T) {
		c := x.Track("client")
		lookup := func(string, net2.LookupOptions, func(error, []net2.LookupAddress)) { c("lookup") }
		client := scene.ConnectWith(x, net2.ConnectOptions{Port: 9, Host: "slow.example", Family: 4, Lookup: lookup})
		client.SetTimeout(30*time.Millisecond, func() {
			c("timeout", client.Connecting(), client.ReadyState())
			client.Destroy()
		})
		client.OnConnect(scene.Event(c, "connect"))
		client.OnError(scene.Error(c))
		client.OnClose(scene.Close(c))
		x.Loop.SetTimeout(60*time.Millisecond, func() {})
	})
}
