package net2

import (
	"io"
	"syscall"

	"github.com/nodenet/go/net2/stream"
)

// This file is where the stream meets the connection: the hooks that
// stream.Duplex calls, and what the connection tells the stream.

// readMore is _read: the stream wants bytes.
func (s *Socket) readMore() {
	switch {
	case s.Pending():
		s.onceConnected(s.readMore)
	case !s.reading:
		s.startReading()
	}
}

func (s *Socket) startReading() {
	s.reading = true
	s.handle.reader.start()
}

func (s *Socket) stopReading() {
	s.reading = false
	if s.handle != nil {
		s.handle.reader.stop()
	}
}

// onRead is what the connection brought, in a callback of its own.
func (s *Socket) onRead(in inbound) {
	s.touch()
	switch {
	case s.Destroyed():
		if in.by != nil {
			in.by.release()
		}
	case in.err == nil:
		if h := s.handle; !s.take(in) && s.handle == h {
			s.stopReading()
		}
	case in.err == io.EOF:
		s.handle.live.Stop(s.handle.loop)
		s.Push(nil)
		s.Duplex.Read(0)
	default:
		s.Destroy(systemError("read", in.err))
	}
}

// take gives bytes to the OnRead callback or to the stream, and says whether more may come.
func (s *Socket) take(in inbound) bool {
	if o := s.readInto(); o != nil {
		return s.fillInto(o, in.data)
	}
	if in.by != nil {
		return s.handOn(in)
	}
	h := s.handle
	leadsOn := conduitsWork && len(in.data) == readSize && s.leadsOn()
	more, free := stream.Lend(s, in.data)
	if free {
		recycle(in.data)
	}
	h.reader.foresee(in.data, free, leadsOn)
	return more
}

// handOn is take for a chunk that is in a conduit.
func (s *Socket) handOn(in inbound) bool {
	h := s.handle
	h.carried = in.by
	defer func() { // also when a listener panics
		h.carried = nil
		in.by.bring() // if all of it waits to be written
		in.by.release()
	}()
	more, free := stream.Lend(s, in.data)
	h.reader.foresee(in.data, free, true)
	return more
}

// leadsOn says whether the next chunk goes to another connection, at once and nowhere else.
func (s *Socket) leadsOn() bool {
	dst, ok := stream.Outlet(s).(*Socket)
	return ok && dst.handle != nil && !dst.rare().extended && tries(dst.handle.conn) && tries(s.handle.conn)
}

// room is how many bytes a read may bring.
func (s *Socket) room() int {
	if o := s.readInto(); o != nil {
		return len(o.Buffer)
	}
	return readSize
}

// fillInto copies bytes to the program's buffer, where they have room.
func (s *Socket) fillInto(o *OnRead, data []byte) bool {
	buffer := o.Buffer
	n := copy(buffer, data)
	if n == 0 {
		s.Destroy(systemError("read", errnoNoBufs))
		return false
	}
	more := o.Callback(n, buffer)
	s.nextBuffer()
	return more
}

// nextBuffer asks the program for another buffer, if it brings them.
func (s *Socket) nextBuffer() {
	o := s.readInto()
	if o == nil || o.NewBuffer == nil {
		return
	}
	if b := o.NewBuffer(); len(b) > 0 {
		o.Buffer = b
	}
}

// takeChunk is _write for bytes that the turn buffer has room for.
func (s *Socket) takeChunk(b []byte) bool {
	h := s.handle
	if h == nil || s.connecting || h.shut || !h.writer.take(b) {
		return false
	}
	s.bytesOut += int64(len(b))
	s.touch()
	return true
}

// writeChunk is _write.
func (s *Socket) writeChunk(b []byte, cb func(error)) {
	if s.Pending() {
		s.writeLater(len(b), cb, func() { s.writeChunk(b, cb) })
		return
	}
	if s.handle.shut {
		cb(systemError("write", syscall.EBADF))
		return
	}
	s.bytesOut += int64(len(b))
	s.touch()
	s.handle.writer.write(b, cb)
	s.noteStall(len(b))
}

// writeChunks is _writev.
func (s *Socket) writeChunks(chunks []stream.Chunk, cb func(error)) {
	size, list := 0, make([][]byte, 0, len(chunks))
	for _, c := range chunks {
		if len(c.Bytes) > 0 {
			list = append(list, c.Bytes)
			size += len(c.Bytes)
		}
	}
	if s.Pending() {
		s.writeLater(size, cb, func() { s.writeChunks(chunks, cb) })
		return
	}
	if s.handle.shut {
		cb(systemError("write", syscall.EBADF))
		return
	}
	s.bytesOut += int64(size)
	s.touch()
	s.handle.writer.writev(list, cb)
	s.noteStall(size)
}

// onceConnected runs f as a listener of `connect`, in its place among those of
// the program, which may have destroyed the socket before. Another life of the
// socket has its own.
func (s *Socket) onceConnected(f func()) {
	h := s.handle
	s.Once("connect", func() {
		if h == nil || s.handle == h || s.handle == nil {
			f()
		}
	})
}

// writeLater keeps a write until `connect`. The stream queues what follows it.
func (s *Socket) writeLater(size int, cb func(error), write func()) {
	if !s.connecting {
		cb(ErrSocketClosed)
		return
	}
	s.own().early = size
	closed := func() { cb(ErrSocketClosedBeforeConnection) }
	s.onceConnected(func() {
		s.noneEarly()
		s.Off("close", closed)
		write()
	})
	s.Once("close", closed)
}

func (s *Socket) noneEarly() {
	if s.seldom != nil {
		s.seldom.early = 0
	}
}

// noteStall lets the idle timer see whether a write that the kernel refused moves.
func (s *Socket) noteStall(size int) {
	if s.handle != nil && s.handle.stalled {
		s.own().lastQueue = int64(size)
	}
}

// wrote is told when a write that the kernel had refused is done.
func (s *Socket) wrote() {
	s.touch()
	if s.seldom != nil {
		s.seldom.lastQueue = 0
	}
}

// finish is _final: every write is done, FIN is due.
func (s *Socket) finish(cb func(error)) {
	switch {
	case s.connecting:
		s.onceConnected(func() { s.finish(cb) })
	case s.handle == nil:
		cb(nil)
	default:
		s.handle.writer.end(cb)
	}
}

// teardown is _destroy, the one way in which a socket ends. The stream emits
// `error` on the next tick; `close` comes from the closing phase, after it.
func (s *Socket) teardown(err error, cb func(error)) {
	s.connecting = false
	s.clearTimeout()
	s.stopAttempts()
	h, reset := s.handle, s.resetting
	s.handle, s.resetting = nil, false
	s.forgetLocal()
	if h != nil {
		s.bytesOut += int64(s.rare().early)
		h.close(reset, func() { s.emitClose(err != nil) })
		cb(err)
	} else {
		cb(err)
		s.Loop().NextTick(func() { s.Emit("close") }) // as in Node, without saying whether there was an error
	}
	if s.server != nil && s.server.connections.has(s) {
		s.server.disconnected(s)
	}
}

func (s *Socket) emitClose(hadError bool) {
	s.Emit("close", hadError)
}
