//go:build !linux

package net2

import "errors"

// conduitsWork says whether the system moves bytes from socket to socket.
const conduitsWork = false

// ends do not exist here: newConduit finds that out.
type ends struct{}

func newEnds() (ends, error)                         { return ends{}, errors.ErrUnsupported }
func (ends) close()                                  {}
func (ends) receive(uintptr, int) (n int, err error) { return 0, errors.ErrUnsupported }
func (ends) send(uintptr, int) (n int, err error)    { return 0, errors.ErrUnsupported }
func (ends) read([]byte)                             {}
func notSpliced(error) bool                          { return true }
