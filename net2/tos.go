package net2

import (
	"net"

	"github.com/nodenet/go/events"
)

// SetTypeOfService sets the type of service (the traffic class of IPv6) of the
// packets that the socket sends: 0 to 255, else it panics with
// ERR_OUT_OF_RANGE. Before connect it takes effect with it. The kernel may
// keep the two lowest bits for itself; Windows may ignore it all. When the
// kernel refuses it panics with the system error. It mirrors
// socket.setTypeOfService(tos), newer than Node v20.
func (s *Socket) SetTypeOfService(tos int) *Socket {
	s.Loop().Check("Socket.SetTypeOfService")
	s.typeOfService = validTypeOfService("tos", tos)
	if conn := s.tcp(); conn != nil {
		if err := setTypeOfService(conn, tos); err != nil {
			panic(thrown(systemError("setTypeOfService", err)))
		}
	}
	return s
}

// TypeOfService is what the kernel uses, or, without a connection, what
// SetTypeOfService set. It mirrors socket.getTypeOfService().
func (s *Socket) TypeOfService() int {
	conn := s.tcp()
	if conn == nil {
		return int(s.typeOfService)
	}
	var tos int
	err := control(conn, func(fd uintptr) (err error) {
		tos, err = getTOS(fd, isIPv6(conn))
		return err
	})
	if err != nil {
		panic(thrown(systemError("getTypeOfService", err)))
	}
	return tos
}

func validTypeOfService(name string, tos int) uint8 {
	if tos < 0 || tos > 255 {
		panic(events.OutOfRange(name, ">= 0 && <= 255", tos))
	}
	return uint8(tos)
}

// tcp is the connection, if it is an established one of TCP.
func (s *Socket) tcp() *net.TCPConn {
	if s.Pending() {
		return nil
	}
	conn, _ := s.handle.conn.(*net.TCPConn)
	return conn
}

func setTypeOfService(conn net.Conn, tos int) error {
	c, ok := conn.(*net.TCPConn)
	if !ok {
		return nil
	}
	return control(c, func(fd uintptr) error { return setTOS(fd, isIPv6(c), tos) })
}

// isIPv6 is false for IPv4 on a socket of the IPv6 family: it sends IPv4 packets.
func isIPv6(conn *net.TCPConn) bool {
	local, ok := conn.LocalAddr().(*net.TCPAddr)
	return ok && local.IP.To4() == nil
}

// thrown makes an error look like one that Node throws.
func thrown(e *Error) *Error {
	e.Name = "Error"
	return e
}
