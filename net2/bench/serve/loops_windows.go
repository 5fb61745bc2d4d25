package serve

import (
	"context"
	"errors"
	"net"

	"github.com/nodenet/go/net2"
)

func listenShared(context.Context, string) (net.Listener, error) {
	return nil, errors.New("several loops need SO_REUSEPORT")
}

func serveShared(context.Context, net.Listener, func(*net2.Socket)) {}
