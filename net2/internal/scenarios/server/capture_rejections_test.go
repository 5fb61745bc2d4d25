package server_test

import (
	"errors"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestCaptureRejections(t *testing.T) {
	transcript.Run(t, "capture_rejections", func(x *transcript.T) {
		s, c := x.Track("server"), x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{CaptureRejections: true}, nil)
		server.On("connection", func(peer *net2.Socket) error {
			peer.OnError(func(err error) { s("peer error", err) })
			peer.OnClose(func(hadError bool) { s("peer close", hadError) })
			server.Close()
			return errors.New("no entry")
		})
		server.OnError(scene.Error(s))
		server.On("listening", func() error { return errors.New("listening failed") })
		server.OnClose(scene.Event(s, "close"))
		scene.Listen(server, func() {
			client := scene.Connect(x, server)
			client.OnEnd(scene.Event(c, "end"))
			client.OnClose(scene.Close(c))
			client.Resume()
		})
	})
}
