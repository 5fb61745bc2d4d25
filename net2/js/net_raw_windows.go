package js

import "errors"

const (
	errnoInvalid = -4071
	errnoNotSup  = -4049
)

var errDescriptor = errors.New("descriptors of sockets cannot be shared on Windows")

func rawTCP(string, int, bool) (*rawSocket, int) { return nil, errnoNotSup }

func rawPipe(string) (*rawSocket, int) { return nil, errnoNotSup }

func (r *rawSocket) duplicate() (int, error) { return -1, errDescriptor }

func (r *rawSocket) connectTo(string, string) error { return errDescriptor }

func connected(int) bool { return true }
