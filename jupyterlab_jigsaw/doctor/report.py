"""The endpoint that tells what a server sees."""

import asyncio
import json

from jupyter_core.paths import jupyter_path
from jupyter_server.auth import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.gateway.managers import GatewayKernelSpecManager
from tornado import web

from .answers import check_answers
from .configuration import POLICY, check_base_url
from .echo import RESOURCE
from .findings import Report
from .gateway import check_gateway
from .look import look


class ReportHandler(APIHandler):
    """Tells what this server has, and what of it is not as it should be."""

    auth_resource = RESOURCE

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Look, beside what the server does."""
        specs = self.kernel_spec_manager
        folders = None
        elsewhere = Report()
        if isinstance(specs, GatewayKernelSpecManager):
            elsewhere = await check_gateway(specs)
        else:
            folders = list(getattr(specs, "kernel_dirs", None) or jupyter_path("kernels"))
            sessions = await self.session_manager.list_sessions()
            elsewhere = await check_answers(self.kernel_manager, sessions)
        report = await asyncio.get_running_loop().run_in_executor(None, look, folders)
        report.add(elsewhere)
        written = self.serverapp.config.get("ServerApp", {}).get("base_url")
        report.findings += check_base_url(
            written, "jupyter_server_config.py", "c.ServerApp.base_url"
        )
        report.facts |= {
            "base_url": self.base_url,
            "allow_origin": self.settings.get("allow_origin", ""),
            "trust_xheaders": bool(self.serverapp.trust_xheaders),
            "policy": self.settings.get("headers", {}).get(POLICY, "frame-ancestors 'self'"),
        }
        self.set_header("Cache-Control", "no-store")
        await self.finish(json.dumps(report.to_json()))
