package server_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestListenBadPort(t *testing.T) {
	transcript.Run(t, "listen_bad_port", func(x *transcript.T) {
		s := x.Track("server")
		for _, port := range []int{-1, 65536, 1000000} {
			err := scene.Thrown(func() { scene.Serve(x, net2.ServerOptions{}, nil).Listen(port) })
			s("threw", err.Name, err)
			err = scene.Thrown(func() { scene.Serve(x, net2.ServerOptions{}, nil).ListenHost(port, "127.0.0.1") })
			s("threw", err.Name, err)
		}
	})
}
