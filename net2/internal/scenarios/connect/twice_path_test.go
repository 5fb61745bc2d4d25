package connect_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTwicePath(t *testing.T) {
	transcript.Run(t, "twice_path", func(x *transcript.T) {
		path := x.SocketPath()
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			peer.Resume().OnError(func(error) {})
		})
		server.ListenPath(path, func() {
			c := x.Track("client")
			s := scene.NewSocket(x)
			s.OnConnectionAttempt(func(address string, port, family int) { c("attempt", address, orNull(port), orNull(family)) })
			s.OnConnectionAttemptFailed(func(address string, port, family int, err error) {
				c("failed", address, orNull(port), orNull(family), err)
			})
			s.OnConnect(scene.Event(c, "connect"))
			s.OnReady(func() {
				c("ready")
				s.ConnectPath(path)
				c(s.Connecting())
			})
			s.OnError(func(err error) {
				e := err.(*net2.Error)
				c("error", e, e.Syscall, e.Address, orNull(e.Port))
			})
			s.OnClose(func(hadError bool) {
				c("close", hadError)
				server.Close()
			})
			s.ConnectPath(path)
		})
	})
}
