/** What Chromium 156 offers for the client SDK's peer connection: audio both ways, video out, a channel. Fewer video codecs. */
export const chromiumOffer = crlf(`v=0
o=- 1688708137909277453 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1 2
a=extmap-allow-mixed
a=msid-semantic: WMS
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:3541854846 1 udp 2113937151 9a3c98c4-dc68-4198-8943-c4e3899951cd.local 47014 typ host generation 0 network-cost 999
a=candidate:410692510 1 udp 2113942271 4c9af7b4-57ac-4eec-a4be-0d9abefa7bad.local 44263 typ host generation 0 network-cost 999
a=ice-ufrag:WnW/
a=ice-pwd:2M6yayhpB1ds/VY94pp3B3Ih
a=ice-options:trickle
a=fingerprint:sha-256 9A:88:0F:B8:12:7F:F4:AF:B1:F9:7D:52:78:37:30:E1:13:C6:7A:C5:B8:72:00:0F:B8:10:2B:4E:34:E9:77:E1
a=setup:actpass
a=mid:0
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=sendrecv
a=msid:- ced0fe6d-7702-4e54-8f28-18a76abf76f2
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:13 CN/8000
a=rtpmap:110 telephone-event/48000
a=rtpmap:126 telephone-event/8000
a=ssrc:949144203 cname:b/0DG2lkPIFk8sE5
a=ssrc:949144203 msid:- ced0fe6d-7702-4e54-8f28-18a76abf76f2
m=video 9 UDP/TLS/RTP/SAVPF 96 97
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:3541854846 1 udp 2113937151 9a3c98c4-dc68-4198-8943-c4e3899951cd.local 44337 typ host generation 0 network-cost 999
a=candidate:410692510 1 udp 2113942271 4c9af7b4-57ac-4eec-a4be-0d9abefa7bad.local 40784 typ host generation 0 network-cost 999
a=ice-ufrag:WnW/
a=ice-pwd:2M6yayhpB1ds/VY94pp3B3Ih
a=ice-options:trickle
a=fingerprint:sha-256 9A:88:0F:B8:12:7F:F4:AF:B1:F9:7D:52:78:37:30:E1:13:C6:7A:C5:B8:72:00:0F:B8:10:2B:4E:34:E9:77:E1
a=setup:actpass
a=mid:1
a=extmap:14 urn:ietf:params:rtp-hdrext:toffset
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:13 urn:3gpp:video-orientation
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay
a=extmap:6 http://www.webrtc.org/experiments/rtp-hdrext/video-content-type
a=extmap:7 http://www.webrtc.org/experiments/rtp-hdrext/video-timing
a=extmap:8 http://www.webrtc.org/experiments/rtp-hdrext/color-space
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id
a=sendonly
a=msid:- d6c8f940-a55e-4f3e-9059-e3e020dc72c1
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=ssrc-group:FID 2510228280 4134393256
a=ssrc:2510228280 cname:b/0DG2lkPIFk8sE5
a=ssrc:2510228280 msid:- d6c8f940-a55e-4f3e-9059-e3e020dc72c1
a=ssrc:4134393256 cname:b/0DG2lkPIFk8sE5
a=ssrc:4134393256 msid:- d6c8f940-a55e-4f3e-9059-e3e020dc72c1
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=candidate:3541854846 1 udp 2113937151 9a3c98c4-dc68-4198-8943-c4e3899951cd.local 34046 typ host generation 0 network-cost 999
a=candidate:410692510 1 udp 2113942271 4c9af7b4-57ac-4eec-a4be-0d9abefa7bad.local 47389 typ host generation 0 network-cost 999
a=ice-ufrag:WnW/
a=ice-pwd:2M6yayhpB1ds/VY94pp3B3Ih
a=ice-options:trickle
a=fingerprint:sha-256 9A:88:0F:B8:12:7F:F4:AF:B1:F9:7D:52:78:37:30:E1:13:C6:7A:C5:B8:72:00:0F:B8:10:2B:4E:34:E9:77:E1
a=setup:actpass
a=mid:2
a=sctp-port:5000
a=max-message-size:262144`);

/** What Chromium 156 answers to it. */
export const chromiumAnswer = crlf(`v=0
o=- 4164211772516528737 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1 2
a=extmap-allow-mixed
a=msid-semantic: WMS
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:2330686923 1 udp 2113937151 9a3c98c4-dc68-4198-8943-c4e3899951cd.local 45263 typ host generation 0 network-cost 999
a=candidate:1099805739 1 udp 2113942271 4c9af7b4-57ac-4eec-a4be-0d9abefa7bad.local 37511 typ host generation 0 network-cost 999
a=ice-ufrag:IFUZ
a=ice-pwd:X6wIqLGTDWCvHSw+Oix0Drmh
a=ice-options:trickle
a=fingerprint:sha-256 51:24:61:21:1F:86:48:0F:82:C4:CF:0A:2E:B5:B1:A3:27:BC:EE:49:EF:A9:24:73:AB:36:C9:8E:71:62:6A:F8
a=setup:active
a=mid:0
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=sendrecv
a=msid:- dbb640fa-0ca6-469b-bad0-26c4bcb4835f
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:13 CN/8000
a=rtpmap:110 telephone-event/48000
a=rtpmap:126 telephone-event/8000
a=ssrc:764660578 cname:MQc51i4dpIT5taGb
m=video 9 UDP/TLS/RTP/SAVPF 96 97
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=ice-ufrag:IFUZ
a=ice-pwd:X6wIqLGTDWCvHSw+Oix0Drmh
a=ice-options:trickle
a=fingerprint:sha-256 51:24:61:21:1F:86:48:0F:82:C4:CF:0A:2E:B5:B1:A3:27:BC:EE:49:EF:A9:24:73:AB:36:C9:8E:71:62:6A:F8
a=setup:active
a=mid:1
a=extmap:14 urn:ietf:params:rtp-hdrext:toffset
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:13 urn:3gpp:video-orientation
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay
a=extmap:6 http://www.webrtc.org/experiments/rtp-hdrext/video-content-type
a=extmap:7 http://www.webrtc.org/experiments/rtp-hdrext/video-timing
a=extmap:8 http://www.webrtc.org/experiments/rtp-hdrext/color-space
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id
a=recvonly
a=rtcp-mux
a=rtcp-rsize
a=rtcp-xr:rcvr-rtt=all
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=ice-ufrag:IFUZ
a=ice-pwd:X6wIqLGTDWCvHSw+Oix0Drmh
a=ice-options:trickle
a=fingerprint:sha-256 51:24:61:21:1F:86:48:0F:82:C4:CF:0A:2E:B5:B1:A3:27:BC:EE:49:EF:A9:24:73:AB:36:C9:8E:71:62:6A:F8
a=setup:active
a=mid:2
a=sctp-port:5000
a=max-message-size:262144`);

function crlf(text: string): string {
  return text
    .split('\n')
    .map((line) => `${line}\r\n`)
    .join('');
}
