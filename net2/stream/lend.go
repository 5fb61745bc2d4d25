package stream

// Lend is PushBytes for a maker of streams that reads into buffers of its own and wants to use them again. free says
// that nobody can have kept b: it went straight through the only pipe of the stream into a destination that promises
// ReadOnlyChunks and has written it all. When free is false b belongs to the stream, as after PushBytes. On the loop.
func Lend(s ReadableStream, b []byte) (more, free bool) {
	r := s.readable()
	dst := r.onlyReader()
	more = r.PushBytes(b)
	return more, dst != nil && r.length == 0 && dst.length == 0
}

// Outlet returns the destination of the only pipe of s, if it alone gets the next chunk, as Lend has it: at once, and
// without a look at the bytes before its write hook. Nil otherwise. On the loop.
func Outlet(s ReadableStream) WritableStream {
	dst := s.readable().onlyReader()
	if dst == nil {
		return nil
	}
	if to, ok := dst.c.self().(WritableStream); ok && to.writable() == dst {
		return to
	}
	return nil
}

// onlyReader returns the destination that is the only one to see the next chunk, and sees it at once.
func (r *readSide) onlyReader() *writeSide {
	if r.seldom == nil || len(r.seldom.pipes) != 1 || r.flowing != FlowingTrue || r.sync || r.length > 0 || r.decoder() != nil {
		return nil
	}
	p := r.seldom.pipes[0]
	// The one listener may be another's: RemoveAllListeners leaves the pipe without its own.
	if r.c.Watched() || r.c.ListenerCount("data") != 1 || r.c.ListenerCount("data", p.onData) != 1 {
		return nil
	}
	dst := p.dst
	if !dst.readOnlyChunks || dst.objectMode || dst.length > 0 {
		return nil
	}
	return dst
}

// Undecoded takes out the bytes of a character that is not complete yet, after SetEncoding. For the makers of streams. On
// the loop.
func Undecoded(s ReadableStream) []byte {
	d := s.readable().decoder()
	if d == nil {
		return nil
	}
	defer d.End()
	return d.LastChar()
}
