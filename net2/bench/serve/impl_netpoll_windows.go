package serve

import (
	"context"
	"errors"
	"net"
)

// netpoll does not exist for Windows.
func serveNetpoll(context.Context, Options, func(net.Addr)) error {
	return errors.New("netpoll does not run on Windows")
}
